// Put before the scripts of a page: it notes which tone is heard first when, at a viewer what is played
// and at the trainer what the microphone takes, by the clock that all pages of a test share.
(() => {
  const tones = [440, 620, 800, 980, 1160, 1340, 1520, 1700];
  const ear = (globalThis.ear = { played: { notes: [], tone: -1 }, said: { notes: [], tone: -1 }, lines: [] });
  const { connect } = AudioNode.prototype;

  function listen(node, heard) {
    const analyser = new AnalyserNode(node.context, { fftSize: 2048, smoothingTimeConstant: 0 });
    connect.call(node, analyser);
    const bins = new Float32Array(analyser.frequencyBinCount);
    const width = node.context.sampleRate / analyser.fftSize;
    setInterval(() => {
      analyser.getFloatFrequencyData(bins);
      let loudest = 0;
      for (let at = 1; at < bins.length; at++) if (bins[at] > bins[loudest]) loudest = at;
      const tone = bins[loudest] < -50 ? -1 : tones.findIndex((one) => Math.abs(one - loudest * width) < 60);
      if (tone >= 0 && tone !== heard.tone) heard.notes.push({ tone, at: Date.now() });
      heard.tone = tone;
    }, 15);
  }

  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) listen(this, ear.played);
    return connect.call(this, to, ...rest);
  };

  // What makes speech clear takes tones for noise.
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const devices = navigator.mediaDevices;
  const ask = devices?.getUserMedia.bind(devices);
  if (ask) {
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted.audio ? { ...wanted, audio: plain } : wanted);
      if (wanted.audio) listen(new AudioContext().createMediaStreamSource(stream), ear.said);
      return stream;
    };
  }

  /** Before the room is entered: what the page knows can be looked at afterwards. */
  ear.open = async () => {
    const { LiveClient } = await import("lms/live/live-client.js");
    const { Slides } = await import("lms/live/slides.js");
    const { run } = LiveClient.prototype;
    LiveClient.prototype.run = function () {
      ear.client = this;
      const { batch } = this.ears;
      this.ears.batch = (heard) => {
        ear.lines.push(...heard.lines);
        batch(heard);
      };
      return run.call(this);
    };
    const { begin } = Slides.prototype;
    Slides.prototype.begin = function () {
      ear.stage = this.stage;
      return begin.call(this);
    };
  };

  const sorted = (value) =>
    Array.isArray(value) ? value.map(sorted)
      : value && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
        : value;

  /** The room as this page has folded it. */
  ear.fold = () => JSON.stringify(sorted(ear.stage.room));

  /** In the replay: what its voice plays. */
  ear.attach = async () => {
    const context = new AudioContext();
    await context.resume();
    context.createMediaElementSource(document.getElementById("voice")).connect(context.destination);
  };
})();
