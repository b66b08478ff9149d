// Notes for each key after how many milliseconds a frame was painted in which something new was seen.
// What is new is said by the function in `seen`, which gives the same until then.
const times = (window.times = []);
addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Alt") return;
    // To see may force a layout of the old text, which is none of the key's work.
    const before = window.seen();
    const at = performance.now();
    const one = { frame: null };
    times.push(one);
    const look = () => {
      if (window.seen() === before) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (one.frame = performance.now() - at);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  },
  true,
);
