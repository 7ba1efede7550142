using Lms.Browser.Tests.Support;
using Lms.Domain.Live;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Rooms;

/// <summary>A server on the real courses, which have a deck with notes and polls; each test plans a room of its own.</summary>
public sealed class RoomServer : IAsyncLifetime
{
    private ServerProcess? process;

    public ServerProcess Process => process!;

    public async ValueTask InitializeAsync() =>
        process = await ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = Repository.File("content") }
        );

    /// <summary>A trainer, a co-trainer, and two who have a seat.</summary>
    public Guid Plan() =>
        PlannedRoom.Plan(
            Process,
            ("k1-basics", "webinar"),
            new Dictionary<string, RoomRole>
            {
                ["trainer"] = RoomRole.Trainer,
                ["author"] = RoomRole.CoTrainer,
            },
            "specialist",
            "specialist2"
        );

    /// <summary>Of a session whose trainers and seats are the same.</summary>
    public Guid PlanRehearsal()
    {
        var (session, rehearsal) = (Plan(), Plan());
        PlannedRoom.Rehearse(Process, session, rehearsal);
        return rehearsal;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            Directory.Delete(process.Settings.Data, recursive: true);
        }
    }
}
