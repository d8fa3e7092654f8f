// Sends the chosen file as it is: the page's forms are small, and the service reads this body as a stream.
const upload = document.getElementById("upload");
const uploadButton = upload.querySelector("button");
const uploadProgress = document.getElementById("upload-progress");
const uploadFault = document.getElementById("upload-fault");
const showUploadFault = (text, language) => {
  uploadFault.lang = language;
  uploadProgress.hidden = true;
  uploadButton.disabled = false;
  uploadFault.hidden = false;
  uploadFault.textContent = text;
};
const showProblemOf = (request) => {
  try {
    const problem = JSON.parse(request.responseText);
    // The API is in English on every page.
    showUploadFault(problem.title + ". " + problem.detail, "en");
  } catch {
    showUploadFault(upload.dataset.failed, document.documentElement.lang);
  }
};
uploadButton.disabled = false;
upload.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = document.getElementById("file").files[0];
  const request = new XMLHttpRequest();
  uploadButton.disabled = true;
  uploadFault.hidden = true;
  uploadProgress.hidden = false;
  request.upload.onprogress = (progress) => { uploadProgress.value = progress.loaded / Math.max(1, progress.total); };
  request.onerror = () => showUploadFault(upload.dataset.failed, document.documentElement.lang);
  request.onload = () => {
    if (request.status === 201) {
      location.assign("/administration/customer-imports/" + JSON.parse(request.responseText).id);
    } else {
      showProblemOf(request);
    }
  };
  request.open("POST", "/api/v1/customer-imports?fileName=" + encodeURIComponent(file.name));
  request.setRequestHeader("X-CSRF-TOKEN", upload.dataset.csrf);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
});
