// Reads a QR code with the camera, in browsers that have both a camera and a detector.
const PAUSE = 200;
const FAILURES = {
  NotAllowedError: 'scan.no-permission',
  SecurityError: 'scan.no-permission',
  NotFoundError: 'scan.no-camera',
  OverconstrainedError: 'scan.no-camera',
};

export async function canScan() {
  if (!('BarcodeDetector' in self) || !navigator.mediaDevices?.getUserMedia) {
    return false;
  }
  const formats = await self.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes('qr_code');
}

/** Returns the stream, or the key of a message that says why there is none. */
export async function openCamera() {
  try {
    return { stream: await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }) };
  } catch (error) {
    return { failure: FAILURES[error.name] ?? 'scan.not-usable' };
  }
}

export const closeCamera = (stream) => stream?.getTracks().forEach((track) => track.stop());

/**
 * Calls `found` with the text of each code until it returns true. Ends too when the video is no longer shown. Throws if
 * the detector fails.
 */
export async function readCodes(video, found) {
  const detector = new self.BarcodeDetector({ formats: ['qr_code'] });
  while (video.isConnected) {
    const codes = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await detector.detect(video) : [];
    if (video.isConnected && codes.some(({ rawValue }) => found(rawValue))) {
      return;
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}
