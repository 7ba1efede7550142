// Put after tones.js and before the scripts of a page: it notes at a viewer what is played and at the
// trainer what the microphone takes.
(() => {
  const ear = (globalThis.ear = { played: { notes: [], tone: -1 }, said: { notes: [], tone: -1 }, lines: [] });
  const listen = globalThis.listenTo;
  const { connect } = AudioNode.prototype;

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
