using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>A connection of a person to a session, known by both for as long as it lasts.</summary>
internal sealed record MediaConnection(
    string Id,
    Guid Session,
    PersonId Person,
    HubConnectionContext Hub,
    PersonAllowance Allowance
)
{
    private int acks;

    /// <summary>Whether the viewer begins to say what has come: once, a second stream is not heard.</summary>
    public bool BeginAcks() => Interlocked.Exchange(ref acks, 1) == 0;
}

/// <summary>What one person may send to one session, over all their connections.</summary>
internal sealed class PersonAllowance(MediaLimits limits, TimeProvider time)
{
    private readonly Allowance calls = new(limits.CallBurst, limits.Calls, time);
    private readonly Allowance bytes = new(limits.ByteBurst, limits.Bytes, time);
    private readonly Allowance patience = new(limits.Patience, limits.Calls, time);

    public bool Take(int size)
    {
        var isTaken = calls.Take(1) && bytes.Take(size);
        IsFlood = !isTaken && !patience.Take(1);
        return isTaken;
    }

    /// <summary>Goes on without heeding any answer.</summary>
    public bool IsFlood { get; private set; }
}
