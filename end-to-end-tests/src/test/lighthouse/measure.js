// Measures pages with Lighthouse and prints a line for each: name, then the scores of the four categories.
// Reads pages.json: [{"name": …, "url": …, "cookie": …}]; writes scores.json and a report for each page.
import { readFileSync, writeFileSync } from "node:fs";
import * as chromeLauncher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const pages = JSON.parse(readFileSync("pages.json", "utf8"));
const chrome = await chromeLauncher.launch({
  chromePath: process.argv[2],
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
});
const scores = {};
try {
  for (const page of pages) {
    const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
    const tab = await browser.newPage();
    for (const pair of page.cookie?.split("; ") ?? []) {
      const [name, ...value] = pair.split("=");
      await tab.setCookie({ name, value: value.join("="), url: page.url });
    }
    // The session of the user would be deleted with the storage.
    const flags = { output: "html", onlyCategories: CATEGORIES, logLevel: "error", disableStorageReset: true };
    const result = await lighthouse(page.url, flags, desktopConfig, tab);
    const shown = new URL(result.lhr.finalDisplayedUrl).pathname;
    if (shown !== new URL(page.url).pathname) {
      throw new Error(`${page.name}: ${page.url} led to ${shown}`);
    }
    await tab.close();
    await browser.disconnect();
    scores[page.name] = Object.fromEntries(
      CATEGORIES.map((category) => [category, Math.round(100 * (result.lhr.categories[category]?.score ?? 0))]),
    );
    writeFileSync(`${page.name}.html`, result.report);
    console.log(page.name, JSON.stringify(scores[page.name]));
    for (const audit of Object.values(result.lhr.audits)) {
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary") {
        console.log(`  ${audit.id}: ${audit.title}`);
      }
    }
  }
} finally {
  await chrome.kill();
}
writeFileSync("scores.json", JSON.stringify(scores, null, 2));
