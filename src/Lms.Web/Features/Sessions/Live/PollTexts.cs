using Lms.Domain.Live;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>The questions of a room's polls, each read once.</summary>
internal sealed class PollTexts
{
    private readonly Dictionary<long, PollText> read = [];

    public PollText Of(RoomPoll poll)
    {
        if (!read.TryGetValue(poll.Number, out var known))
        {
            read[poll.Number] = known = PollText.Read(poll.Opened.Json);
        }

        return known;
    }

    // A write that failed took its numbers back.
    public void Forget() => read.Clear();
}
