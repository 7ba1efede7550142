using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Web.Features.Replays;

/// <summary>
/// A session as it is looked back at: its log in the order of time, parted by slides. What was cut out,
/// said while recording was off, taken away or meant for others is not in it.
/// </summary>
public sealed class Replay
{
    private readonly SessionLog log;
    private readonly IReadOnlyDictionary<PersonId, string> names;
    private readonly IReadOnlyList<Span> cuts;
    private readonly IReadOnlyList<Span> recorded;
    private readonly bool keeps;

    private Replay(
        SessionLog log,
        IReadOnlyDictionary<PersonId, string> names,
        IReadOnlyList<Span> cuts,
        bool keeps
    )
    {
        (this.log, this.names, this.cuts, this.keeps) = (log, names, cuts, keeps);
        recorded = RecordedOf(log);
        Chapters = Parted([
            .. log
                .Events.Select(one =>
                    Line(one) is { } line
                        ? line with
                        {
                            Number = one.What.IsWords() ? one.Number : null,
                        }
                        : null
                )
                .OfType<ReplayLine>(),
        ]);
        Gaps =
        [
            .. cuts.Select(cut => new ReplayGap(cut, IsCut: true)),
            .. Spans
                .Except(Spans.Except([new(0, log.Until)], log.Live), cuts)
                .Select(span => new ReplayGap(span, IsCut: false)),
        ];
    }

    public IReadOnlyList<Chapter> Chapters { get; }

    public IReadOnlyList<ReplayGap> Gaps { get; }

    public bool HasRecorded => recorded.Count > 0;

    /// <param name="names">As the room called people; an erased one is not in it.</param>
    /// <param name="cuts">Joined.</param>
    /// <param name="keeps">The viewer reads what was meant for trainers.</param>
    public static Replay Of(
        SessionLog log,
        IReadOnlyDictionary<PersonId, string> names,
        IReadOnlyList<Span> cuts,
        bool keeps
    ) => new(log, names, cuts, keeps);

    private ReplayLine? Line(LoggedEvent one) =>
        one.What switch
        {
            RoomEvent.StateSet(var state) => new ReplayLine.State(one.At, state),
            RoomEvent.AlertSet(var isOn) => new ReplayLine.Alert(one.At, isOn),
            RoomEvent.RecordingSet(var isOn) => new ReplayLine.Recording(one.At, isOn),
            _ when IsIn(cuts, one.At) => null,
            RoomEvent.PollSet(var number, PollState.Revealed) => ResultsOf(one.At, number),
            RoomEvent.PollOpened opened => PollOf(one.At, opened),
            RoomEvent.DecisionNoted(var what, var who, var due) => new ReplayLine.Decision(
                one.At,
                what,
                who,
                due
            ),
            // What people said is kept for others only where everybody had been told so.
            _ when !IsIn(recorded, one.At) => null,
            RoomEvent.CaptionTyped(var text) => new ReplayLine.Caption(one.At, text),
            RoomEvent.ChatPosted(var text, var toTrainers)
                when (keeps || !toTrainers) && IsThere(one.Number) => new ReplayLine.Chat(
                one.At,
                NameOf(one.By),
                text,
                toTrainers
            ),
            RoomEvent.Asked(var text, _)
                when log.Room.Question(one.Number) is { } asked
                    && (keeps || asked.State is AskedState.Shown or AskedState.Answered) =>
                new ReplayLine.Asked(
                    one.At,
                    one.By is null ? null : NameOf(one.By),
                    text,
                    asked.State
                ),
            _ => null,
        };

    private bool IsThere(long message) => log.Room.Chat.Any(one => one.Number == message);

    private string NameOf(PersonId? person) =>
        person is { } known ? names.GetValueOrDefault(known, "") : "";

    private static ReplayLine.Poll? PollOf(long at, RoomEvent.PollOpened opened) =>
        PollWords.Read(opened) is { } poll
            ? new ReplayLine.Poll(at, PollWords.Prompt(poll), PollWords.Options(poll))
            : null;

    private ReplayLine.Results? ResultsOf(long at, long number) =>
        log.Room.Poll(number) is { } poll && PollWords.Read(poll.Opened) is { } text
            ? new ReplayLine.Results(at, PollWords.Prompt(text), ResultsOf(poll, text))
            : null;

    private static IReadOnlyList<PollResult> ResultsOf(RoomPoll poll, PollText text) =>
        [
            .. PollWords
                .Results(poll, text)
                .Select(one => new PollResult(one.Label, one.Count, one.IsRight)),
        ];

    private List<Chapter> Parted(List<ReplayLine> lines)
    {
        // A slide shown in time that was cut is still the one that stands after it.
        List<(long At, int? Slide)> starts =
        [
            (0, null),
            .. log
                .Events.Where(one => one.What is RoomEvent.SlideShown)
                .Select(one => (AfterCut(one.At), (int?)((RoomEvent.SlideShown)one.What).Slide)),
        ];
        var first = log.Events.FirstOrDefault(one =>
            one.What is RoomEvent.StateSet(SessionState.Live)
        );
        if (starts.Count == 1 || starts[1].At > (first?.At ?? 0))
        {
            // The room begins with the first slide, without an event that says so.
            starts.Insert(1, (first?.At ?? 0, 0));
        }

        starts = [.. starts.GroupBy(one => one.At).Select(group => group.Last())];
        return
        [
            .. starts
                .Select(
                    (start, at) =>
                    {
                        var until = at + 1 < starts.Count ? starts[at + 1].At : log.Until;
                        return new Chapter(
                            start.At,
                            until,
                            start.Slide,
                            [
                                .. lines.Where(line =>
                                    line.At >= start.At
                                    && (line.At < until || at + 1 == starts.Count)
                                ),
                            ]
                        );
                    }
                )
                .Where(chapter => chapter.Slide is not null || chapter.Lines.Count > 0),
        ];
    }

    private long AfterCut(long at) =>
        cuts.Where(cut => cut.From <= at && at < cut.Until)
            .Select(cut => cut.Until)
            .FirstOrDefault(at);

    private static IReadOnlyList<Span> RecordedOf(SessionLog log)
    {
        var spans = new List<Span>();
        long? since = null;
        foreach (var one in log.Events)
        {
            if (one.What is RoomEvent.RecordingSet(var isOn))
            {
                if (!isOn && since is { } from)
                {
                    spans.Add(new(from, one.At));
                }

                since = isOn ? since ?? one.At : null;
            }
        }

        return Spans.Joined(since is { } open ? [.. spans, new Span(open, log.Until + 1)] : spans);
    }

    private static bool IsIn(IReadOnlyList<Span> spans, long at) =>
        spans.Any(span => span.From <= at && at < span.Until);
}
