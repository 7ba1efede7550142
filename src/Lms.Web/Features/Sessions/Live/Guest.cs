using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Who a connection is, taken from its cookie and from nothing that it says.</summary>
internal sealed record SignedIn(
    PersonId Person,
    AccountId Account,
    SignInSessionId Session,
    string Stamp
);

/// <summary>One connection to the hub. Of a room once it said Hello.</summary>
internal sealed class Guest(HubConnectionContext hub, SignedIn who, TimeProvider time)
{
    // A page of ours stays far below; a crowd of scripts is shown the door.
    private const int MostDenied = 200;

    private static readonly TimeSpan Parting = TimeSpan.FromMilliseconds(250);

    private volatile LinkBand carries;
    private int isWriting;
    private int isLeaving;
    private int denied;

    public SignedIn Who => who;

    public PersonId Person => who.Person;

    public LiveRoom? Room { get; set; }

    /// <summary>What the plan of the session let it in as; what changed is found by asking again.</summary>
    public RoomRole EnteredAs { get; set; }

    /// <summary>What its link carries, as it said last.</summary>
    public LinkBand Carries
    {
        get => carries;
        set => carries = value;
    }

    /// <summary>Of the actor alone: the less its link carries, the less of what passes it is told.</summary>
    public LinkBand Band { get; set; }

    public long ConnectedAt { get; } = time.GetTimestamp();

    /// <summary>Acts that are written to the log.</summary>
    public Bucket Acts { get; } = new(time, 20, 2);

    /// <summary>Acts of those who keep order: slides are turned quickly.</summary>
    public Bucket KeepersActs { get; } = new(time, 40, 20);

    public Bucket Beats { get; } = new(time, 5, 1);

    public Bucket Passing { get; } = new(time, 30, 12);

    public Bucket Reads { get; } = new(time, 10, 1);

    /// <summary>Of the actor alone: the number of the last event this connection knows of.</summary>
    public long SentUpTo { get; set; }

    /// <summary>Of the actor alone: events passed it by while it was busy.</summary>
    public bool HasMissed { get; set; }

    /// <summary>Of the actor alone: it has just come, and was told nothing of what passes.</summary>
    public bool IsNew { get; set; }

    /// <summary>Of the actor alone: the place on the slide that it was told of last; null for none.</summary>
    public RawJson? Pointed { get; set; }

    /// <summary>Of the actor alone: where the log stood when its last write did not go through.</summary>
    public long StuckAt { get; set; }

    /// <summary>Its last write is not through yet: its link is slow, or nobody reads.</summary>
    public bool IsBusy => Volatile.Read(ref isWriting) == 1;

    public bool IsLeaving => Volatile.Read(ref isLeaving) == 1;

    /// <summary>Sends without waiting. What is not through at once is told by <paramref name="whenFree"/>.</summary>
    public void Send(SerializedHubMessage message, Action<Guest> whenFree)
    {
        var write = hub.WriteAsync(message, hub.ConnectionAborted);
        if (write.IsCompletedSuccessfully)
        {
            return;
        }

        Volatile.Write(ref isWriting, 1);
        _ = FinishAsync(write, whenFree);
    }

    /// <summary>Says goodbye and closes, waiting for nobody.</summary>
    /// <param name="retryAfter">Milliseconds; null for «do not come back».</param>
    public void Leave(string reason, int? retryAfter = null)
    {
        if (Interlocked.Exchange(ref isLeaving, 1) == 0)
        {
            _ = PartAsync(reason, retryAfter);
        }
    }

    /// <summary>The connection is over already.</summary>
    public void Gone() => Volatile.Write(ref isLeaving, 1);

    public void Abort()
    {
        Volatile.Write(ref isLeaving, 1);
        hub.Abort();
    }

    /// <summary>Too much was asked for; who goes on is put out.</summary>
    public void Deny()
    {
        if (Interlocked.Increment(ref denied) == MostDenied)
        {
            Leave("elsewhere", 30_000);
        }
    }

    private async Task FinishAsync(ValueTask write, Action<Guest> whenFree)
    {
        try
        {
            await write;
        }
        catch (Exception gone)
            when (gone is OperationCanceledException or InvalidOperationException) { }
        finally
        {
            Volatile.Write(ref isWriting, 0);
            whenFree(this);
        }
    }

    private async Task PartAsync(string reason, int? retryAfter)
    {
        var bye = new SerializedHubMessage(
            new InvocationMessage("bye", [new Goodbye(reason, retryAfter)])
        );
        try
        {
            if (!IsBusy)
            {
                await Task.WhenAny(
                    hub.WriteAsync(bye, hub.ConnectionAborted).AsTask(),
                    Task.Delay(Parting, hub.ConnectionAborted)
                );
            }

            // What was written is given the time to leave; the browser closes by itself.
            await Task.Delay(Parting, hub.ConnectionAborted);
        }
        catch (OperationCanceledException) { }

        hub.Abort();
    }
}

internal sealed record Goodbye(string Reason, int? RetryAfter);
