using Lms.Domain.Live;

namespace Lms.Domain.Tests.Live;

public sealed class SessionStateTests
{
    [Fact]
    public void What_may_follow_what_is_known_one_by_one() =>
        Assert.Equal(
            """
            Draft: Scheduled, Cancelled
            Scheduled: Lobby, Live, Cancelled
            Lobby: Scheduled, Live, Cancelled
            Live: Paused, Interrupted, Ended
            Paused: Live, Ended
            Interrupted: Live, Paused, Ended
            Ended: Processing
            Processing: Published
            Published: Processing
            Cancelled:
            """,
            string.Join(
                '\n',
                Enum.GetValues<SessionState>()
                    .Select(from =>
                        $"{from}: {string.Join(", ", Enum.GetValues<SessionState>().Where(to => from.MayBecome(to)))}".TrimEnd()
                    )
            )
        );
}
