// Scrolls the list a screen's third in each frame, and looks before the frame is painted whether a place
// in it is without a line.
const done = arguments[arguments.length - 1];
const list = document.querySelector("[data-go=list]");
const FRAMES = 60;
const times = [];
let [frames, blank, last] = [0, 0, performance.now()];
list.scrollTop = 0;
const step = () => {
  const now = performance.now();
  times.push(now - last);
  last = now;
  list.scrollTop += list.clientHeight / 3;
  const box = list.getBoundingClientRect();
  for (let y = box.top + 20; y < box.bottom - 20; y += 40) {
    const there = document.elementFromPoint(box.left + 40, y);
    const end = list.scrollTop + list.clientHeight >= list.scrollHeight - 2;
    if (!end && !there?.closest("[role=option], .group")) { blank += 1; break; }
  }
  if (++frames < FRAMES) return void requestAnimationFrame(step);
  times.sort((a, b) => a - b);
  const places = [...list.querySelectorAll("[role=option]")].map((row) => row.ariaPosInSet);
  done({ frames, blank, rows: Math.max(...places.map(Number)), p95: times[Math.floor(times.length * 0.95)] });
};
requestAnimationFrame(step);
