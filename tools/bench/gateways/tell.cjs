// Tells the process of the benchmark that started this one that it is ready, and what it uses. Plain JavaScript, for
// programs of every kind.

/** Tells what is ready; `on` is called with what else is said. */
exports.tellReady = (ready, on = () => {}) => {
  process.on('message', (message) => {
    if (message !== 'usage') {
      on(message);
      process.send({ done: true });
      return;
    }
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    const usage = { cpuMs: (user + system) / 1000, peakMiB, residentMiB: rss / 2 ** 20, heapMiB: heapUsed / 2 ** 20 };
    process.send({ usage });
  });
  process.on('SIGTERM', () => process.exit(0));
  process.send({ ready });
};
