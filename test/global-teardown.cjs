module.exports = async () => {
  await globalThis.__clusters?.stop();
};
