using System.Text;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>What stands on a slide stands on all of them, whatever a connection missed.</summary>
public sealed class RoomPointerTests
{
    private const string Here = """{"pointer":{"x":1,"y":2}}""";
    private const string Nowhere = """{"pointer":null}""";

    private readonly TestClock clock = new(LmsHost.Start);
    private readonly RoomGuests guests;

    public RoomPointerTests()
    {
        var time = new RoomClock(clock, 0);
        guests = new(BookOf(), time, RoomPace.Usual, work => work());
        clock.Forward(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Who_was_busy_is_told_once_it_is_free_and_only_once()
    {
        var (trainer, quick, slow) = (Come(), Come(), Come());
        slow.Held = new();
        Point(trainer, Here);
        guests.Point(trainer.Guest, null);
        guests.TellTotals();
        Assert.Equal([Here, Nowhere], quick.Told);
        Assert.Equal([Here], slow.Told);

        slow.Held.SetResult();
        slow.Held = null;
        guests.TellTotals();
        guests.TellTotals();
        Assert.Equal([Here, Nowhere], slow.Told);
        Assert.Equal([Here, Nowhere], quick.Told);
    }

    [Fact]
    public void Who_comes_later_or_hears_all_again_is_told_where_it_stands()
    {
        var (trainer, viewer) = (Come(), Come());
        Point(trainer, Here);
        var late = Come();
        guests.TellTotals();
        Assert.Equal([Here], late.Told);

        foreach (var band in new[] { LinkBand.Text, LinkBand.All })
        {
            viewer.Guest.Carries = band;
            guests.Carry(viewer.Guest);
            guests.TellTotals();
        }

        Assert.Equal([Here, Here], viewer.Told);
    }

    [Fact]
    public void It_goes_with_the_connection_that_pointed()
    {
        var (trainer, viewer) = (Come(), Come());
        Point(trainer, Here);
        guests.Leave(trainer.Guest);
        guests.TellTotals();
        guests.TellTotals();
        Assert.Equal([Here, Nowhere], viewer.Told);
    }

    private void Point(Connection by, string told) =>
        guests.Point(by.Guest, new(Encoding.UTF8.GetBytes(told["{\"pointer\":".Length..^1])));

    private Connection Come()
    {
        var connection = new Connection(clock);
        guests.Admit(connection.Guest);
        return connection;
    }

    private static RoomBook BookOf()
    {
        var session = new LiveSessionId(Guid.CreateVersion7());
        var facts = new RoomFacts(
            session,
            "",
            "uk",
            new(),
            null,
            IsRehearsal: false,
            IsRecorded: false,
            LmsHost.Start,
            null,
            60,
            null,
            null
        );
        var run = new LiveRun
        {
            SessionId = session,
            Number = 1,
            From = 0,
            Until = 0,
        };
        return new(
            new(facts, [], [], [], new Dictionary<PersonId, PersonName>(), run),
            new(new TestClock(LmsHost.Start), 0)
        );
    }

    /// <summary>One whose writes take as long as the test says.</summary>
    private sealed class Connection : HubConnectionContext
    {
        public Connection(TimeProvider time)
            : base(new DefaultConnectionContext(), new(), NullLoggerFactory.Instance) =>
            Guest = new(this, new(new(Guid.CreateVersion7()), default, default, ""), time);

        public Guest Guest { get; }

        public TaskCompletionSource? Held { get; set; }

        /// <summary>Of the pointer.</summary>
        public List<string> Told { get; } = [];

        public override ValueTask WriteAsync(
            SerializedHubMessage message,
            CancellationToken cancellationToken = default
        )
        {
            var said = (RawJson)((InvocationMessage)message.Message!).Arguments[0]!;
            var words = Encoding.UTF8.GetString(said.Utf8.Span);
            if (words.Contains("pointer", StringComparison.Ordinal))
            {
                Told.Add(words);
            }

            return Held is { } held ? new(held.Task) : default;
        }
    }
}
