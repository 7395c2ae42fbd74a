// One side of a recording alone, in both ears. Nothing is built before somebody asks: a graph costs a thread of its own.

const graphs = new WeakMap();

function graph(media) {
  const context = new AudioContext();
  const source = context.createMediaElementSource(media), apart = context.createChannelSplitter(2), alone = context.createGain();
  source.connect(apart);
  alone.connect(context.destination);
  return { context, source, apart, alone };
}

export function hearOnly(media, side) {
  if (side === "" && !graphs.has(media)) return;
  if (!graphs.has(media)) graphs.set(media, graph(media));
  const { context, source, apart, alone } = graphs.get(media);
  context.resume();
  apart.disconnect();
  source.disconnect();
  source.connect(apart);
  if (side === "") source.connect(context.destination);
  else apart.connect(alone, Number(side));
}
