namespace Lms.Domain.Live;

/// <summary>Where a live session is in its life. Names are stored as text and never change.</summary>
public enum SessionState
{
    Draft,
    Scheduled,

    /// <summary>Doors are open, nothing is said yet.</summary>
    Lobby,
    Live,

    /// <summary>Stopped by a trainer, an air alert among the reasons.</summary>
    Paused,

    /// <summary>The trainer's connection is lost.</summary>
    Interrupted,
    Ended,

    /// <summary>The recording is being made.</summary>
    Processing,
    Published,
    Cancelled,
}

public static class SessionStates
{
    /// <summary>Whether the one may follow the other.</summary>
    public static bool MayBecome(this SessionState from, SessionState to) =>
        from switch
        {
            SessionState.Draft => to is SessionState.Scheduled or SessionState.Cancelled,
            SessionState.Scheduled => to
                is SessionState.Lobby
                    or SessionState.Live
                    or SessionState.Cancelled,
            SessionState.Lobby => to
                is SessionState.Live
                    or SessionState.Scheduled
                    or SessionState.Cancelled,
            SessionState.Live => to
                is SessionState.Paused
                    or SessionState.Interrupted
                    or SessionState.Ended,
            SessionState.Paused => to is SessionState.Live or SessionState.Ended,
            SessionState.Interrupted => to
                is SessionState.Live
                    or SessionState.Paused
                    or SessionState.Ended,
            SessionState.Ended => to is SessionState.Processing,
            SessionState.Processing => to is SessionState.Published,
            // A cut has the recording made anew.
            SessionState.Published => to is SessionState.Processing,
            SessionState.Cancelled => false,
        };

    /// <summary>Whether people may be in the room.</summary>
    public static bool IsOpen(this SessionState state) =>
        state
            is SessionState.Lobby
                or SessionState.Live
                or SessionState.Paused
                or SessionState.Interrupted;
}
