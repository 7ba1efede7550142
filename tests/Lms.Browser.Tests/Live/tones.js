// What both ears of the tests share: which tone is heard first when, by the clock that all pages of a
// test share. A classic script, so that it may stand before those of a page.
{
  const tones = [440, 620, 800, 980, 1160, 1340, 1520, 1700];

  globalThis.listenTo = (/** @type {AudioNode} */ node, /** @type {{ notes: any[], tone: number }} */ heard) => {
    const analyser = new AnalyserNode(node.context, { fftSize: 2048, smoothingTimeConstant: 0 });
    node.connect(analyser);
    const bins = new Float32Array(analyser.frequencyBinCount);
    const width = node.context.sampleRate / analyser.fftSize;
    setInterval(() => {
      analyser.getFloatFrequencyData(bins);
      let loudest = 0;
      for (let at = 1; at < bins.length; at++) if (bins[at] > bins[loudest]) loudest = at;
      const tone = bins[loudest] < -50 ? -1 : tones.findIndex((one) => Math.abs(one - loudest * width) < 60);
      if (tone >= 0 && tone !== heard.tone) heard.notes.push({ tone, at: Date.now() });
      heard.tone = tone;
    }, 10);
  };
}
