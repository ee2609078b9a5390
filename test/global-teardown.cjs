module.exports = async () => {
  await globalThis.__cluster?.stop();
};
