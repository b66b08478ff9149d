// Notes for each key how long the main thread worked on it, and when its frame had been painted, in
// milliseconds: the work is the turn that takes the key, and then the frame with its style and layout.
const times = (window.times = []);
const afterThis = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(null);
};
addEventListener(
  "keydown",
  () => {
    const at = performance.now();
    const one = { work: 0, frame: null };
    times.push(one);
    afterThis(() => (one.work += performance.now() - at));
    requestAnimationFrame(() => {
      const begun = performance.now();
      afterThis(() => {
        const done = performance.now();
        one.work += done - begun;
        one.frame = done - at;
      });
    });
  },
  true,
);
