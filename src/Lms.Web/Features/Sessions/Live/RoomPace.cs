namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// How soon after one another a room is told. In a room of a thousand ten times a second at most: that
/// takes a third of a core, and what came in meanwhile goes with it. A small room is told at once.
/// </summary>
/// <param name="Each">Of the pause, for each connection.</param>
internal sealed record RoomPace(TimeSpan Each)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    public static readonly RoomPace Usual = new(TimeSpan.FromMicroseconds(100));

    /// <summary>Zero for a room that is told at once.</summary>
    public TimeSpan PauseOf(int connections) =>
        Each * connections is var pause && pause >= Least ? pause : TimeSpan.Zero;
}
