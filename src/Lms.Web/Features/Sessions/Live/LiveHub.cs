using System.Security.Claims;
using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The hub of a room (<c>docs/live-wire.md</c>): a shell. Who someone is comes from the connection
/// alone; every method asks anew whether the sign-in still holds, and the room whether the act is
/// theirs.
/// </summary>
internal sealed class LiveHub(
    LiveRooms rooms,
    LiveConnections connections,
    ViewerReads viewers,
    LmsDatabase database,
    TimeProvider time
) : Hub
{
    private const string Malformed = "malformed";
    private const string TooMuch = "tooMuch";
    private const string SignedOut = "signedOut";
    private const string Unknown = "unknown";
    private const int MostKept = 200;

    private static readonly Viewer Doorkeeper = Viewer.System("let people into a room");
    private static readonly object Who = new();

    public override async Task OnConnectedAsync()
    {
        var who = await SignedInAsync();
        var guest =
            who is not null && connections.Find(Context.ConnectionId) is { } hub
                ? new Guest(hub, who, time)
                : null;
        if (guest is null || !rooms.Welcome(Context.ConnectionId, guest))
        {
            Context.Abort();
            return;
        }

        Context.Items[Who] = guest;
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        rooms.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    public async Task<object> Hello(JsonElement hello)
    {
        if (await GuestAsync(guest => guest.Reads) is not { Refusal: null, Guest: { } guest } asked)
        {
            return Reply.No(SignedOut).Json;
        }

        if (
            asked.IsTooMuch
            || hello.Id("session") is not { } session
            || hello.Number("last") is not { } last
            || hello.Small("epoch") is not { } epoch
        )
        {
            return Reply.No(asked.IsTooMuch ? TooMuch : Malformed).Json;
        }

        if (guest.Room is { } other && other.Facts.Id.Value != session)
        {
            return Reply.No(Malformed).Json;
        }

        guest.Carries = hello.Word<LinkBand>("band") ?? LinkBand.All;
        return (
            await EnterAsync(
                guest,
                new(session),
                role =>
                    name => new Entering(
                        guest,
                        role,
                        name,
                        hello.Flag("isNamedInFull") == true,
                        last,
                        epoch
                    )
            )
        ).Json;
    }

    public async Task<object> Do(JsonElement act)
    {
        var asked = await GuestAsync(ActsOf);
        if (asked is not { Refusal: null, Guest: { Room: { } room } guest })
        {
            return Reply.No(asked.Refusal ?? Wire.Name(RoomRefusal.NotNow)).Json;
        }

        if (asked.IsTooMuch || !(Keeps(guest, room) || room.PaceOf(guest.Person).TryTake()))
        {
            guest.Deny();
            return Reply.No(TooMuch).Json;
        }

        return act.Id("operation") is { Version: 7 } operation && RoomActs.Read(act) is { } what
            ? (await room.ActAsync(guest, new OperationId(operation), what)).Json
            : Reply.No(Malformed).Json;
    }

    public async Task<object> Beat(JsonElement beat)
    {
        var asked = await GuestAsync(guest => guest.Beats);
        if (asked is not { Refusal: null, Guest: { Room: { } room } guest })
        {
            return Reply.No(asked.Refusal ?? Wire.Name(RoomRefusal.NotNow)).Json;
        }

        if (asked.IsTooMuch)
        {
            guest.Deny();
            return Reply.No(TooMuch).Json;
        }

        if (room.RoleOf(guest.Person) is null)
        {
            return Reply.No(RoomRefusal.NotNow).Json;
        }

        if (beat.Id("presence") is not { } presence || Kept(beat) is not { } kept)
        {
            return Reply.No(Malformed).Json;
        }

        room.Hear(guest.Person);
        var isHidden = beat.Flag("visible") != true && beat.Flag("audible") != true;
        return (
            await rooms.BeatAsync(room, at => new(guest.Person, presence, isHidden, kept, at))
        ).Json;
    }

    public async Task React(JsonElement reaction)
    {
        var asked = await GuestAsync(guest => guest.Passing);
        if (
            asked is { Refusal: null, IsTooMuch: false, Guest: { Room: { } room } guest }
            && reaction.Text("kind") is { } kind
            && RoomTotals.IsKnown(kind)
            && room.RoleOf(guest.Person) is not (null or RoomRole.Observer)
        )
        {
            room.React(guest.Person, kind);
        }
    }

    public async Task Band(JsonElement carried)
    {
        var asked = await GuestAsync(guest => guest.Passing);
        if (
            asked is { Refusal: null, Guest: { Room: { } room } guest }
            && carried.Word<LinkBand>("band") is { } band
        )
        {
            guest.Carries = band;
            // Of too much at once the last holds, from the next second on.
            if (!asked.IsTooMuch)
            {
                room.Carry(guest);
            }
        }
    }

    public async Task Point(JsonElement where)
    {
        var asked = await GuestAsync(guest => guest.Passing);
        if (
            asked is { Refusal: null, Guest: { Room: { } room } guest }
            && room.RoleOf(guest.Person) is { } role
            && RoomRules.Leads(role)
            && (!asked.IsTooMuch || await rooms.IsSignedInAsync(guest.Who))
        )
        {
            room.Point(guest, Pointer(where), asked.IsTooMuch);
        }
    }

    public Task<object> Since(JsonElement after) =>
        ReadAsync(after, (room, guest, number) => room.SinceAsync(guest, number));

    public Task<object> Earlier(JsonElement before) =>
        ReadAsync(before, (room, guest, number) => room.EarlierAsync(guest, number));

    private async Task<object> ReadAsync(
        JsonElement from,
        Func<LiveRoom, Guest, long, Task<Reply>> read
    )
    {
        var asked = await GuestAsync(guest => guest.Reads);
        if (asked is not { Refusal: null, Guest: { Room: { } room } guest })
        {
            return Reply.No(asked.Refusal ?? Wire.Name(RoomRefusal.NotNow)).Json;
        }

        if (asked.IsTooMuch)
        {
            guest.Deny();
            return Reply.No(TooMuch).Json;
        }

        return room.RoleOf(guest.Person) is null ? Reply.No(RoomRefusal.NotNow).Json
            : from.ValueKind == JsonValueKind.Number && from.TryGetInt64(out var number)
                ? (await read(room, guest, number)).Json
            : Reply.No(Malformed).Json;
    }

    private async Task<Reply> EnterAsync(
        Guest guest,
        LiveSessionId session,
        Func<RoomRole, Func<PersonName?, Entering>> entering
    )
    {
        await using var db = database.Open(Doorkeeper);
        var room = rooms.Known(session);
        var entry = room is null
            ? await RoomEntry.OfAsync(db, session, guest.Person, time.Now())
            : await RoomEntry.AsPlannedAsync(db, session, guest.Person, time.Now());
        if (entry.Role is not { } role)
        {
            return Reply.No(Word(entry.Refusal!.Value));
        }

        room ??= await rooms.FindAsync(session, await MayOpenAsync(db, session, role));
        if (room is null)
        {
            return Reply.No(Word(EntryRefusal.NotOpen));
        }

        // Whoever comes back has a name there already.
        var name = room.RoleOf(guest.Person) is not null
            ? null
            : await db
                .People.Where(person => person.Id == guest.Person)
                .Select(person => person.Name)
                .SingleOrDefaultAsync();
        guest.EnteredAs = role;
        guest.Room = room;
        var reply = await room.EnterAsync(entering(role)(name));
        if (reply.Refusal is not null)
        {
            guest.Room = null;
        }

        return reply;
    }

    // A trainer who comes a little earlier opens the doors; a rehearsal is held whenever they like.
    private async Task<bool> MayOpenAsync(LmsDbContext db, LiveSessionId session, RoomRole role)
    {
        if (!RoomRules.Leads(role))
        {
            return false;
        }

        var known = await db
            .LiveSessions.Where(one => one.Id == session)
            .Select(one => new { one.StartsAt, one.RehearsalOf })
            .SingleAsync();
        return known.RehearsalOf is not null || known.StartsAt - RoomEntry.Before <= time.Now();
    }

    // Of a session that is not theirs people learn no more than of one that is not there.
    private static string Word(EntryRefusal refusal) =>
        refusal switch
        {
            EntryRefusal.Unknown or EntryRefusal.NoSeat or EntryRefusal.Rehearsal => Unknown,
            EntryRefusal.Removed
            or EntryRefusal.NotOpen
            or EntryRefusal.Over
            or EntryRefusal.Cancelled => Wire.Name(refusal),
        };

    private static Bucket ActsOf(Guest guest) =>
        guest.Room is { } room && Keeps(guest, room) ? guest.KeepersActs : guest.Acts;

    private static bool Keeps(Guest guest, LiveRoom room) =>
        room.RoleOf(guest.Person) is { } role && RoomRules.Keeps(role);

    private async Task<Asked> GuestAsync(Func<Guest, Bucket> pace)
    {
        if (Context.Items[Who] is not Guest { IsLeaving: false } guest)
        {
            return new(null, SignedOut, false);
        }

        // Before anything is looked up: a flood costs next to nothing.
        if (!pace(guest).TryTake())
        {
            return new(guest, null, true);
        }

        if (!await rooms.IsSignedInAsync(guest.Who))
        {
            guest.Leave(SignedOut);
            return new(guest, SignedOut, false);
        }

        return new(guest, null, false);
    }

    private async Task<SignedIn?> SignedInAsync()
    {
        var stamp = Context.User?.FindFirstValue(SignInCookie.Stamp);
        if (
            stamp is null
            || !Guid.TryParse(Context.User?.FindFirstValue(SignInCookie.Session), out var id)
        )
        {
            return null;
        }

        var viewer = await viewers.FindAsync(new(id), stamp);
        return viewer is { NeedsSecondFactor: false, Person: { } person, Account: { } account }
            ? new(person, account, new(id), stamp)
            : null;
    }

    private static List<Presence>? Kept(JsonElement beat)
    {
        if (beat.Member("kept") is not { } list || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostKept)
        {
            return null;
        }

        var kept = new List<Presence>();
        foreach (var pair in list.EnumerateArray())
        {
            if (
                pair.ValueKind != JsonValueKind.Array
                || pair.GetArrayLength() != 2
                || pair[0].ValueKind != JsonValueKind.Number
                || pair[1].ValueKind != JsonValueKind.Number
                || !pair[0].TryGetInt64(out var from)
                || !pair[1].TryGetInt64(out var until)
            )
            {
                return null;
            }

            kept.Add(new(from, until));
        }

        return kept;
    }

    private static RawJson? Pointer(JsonElement where) =>
        where.Small("x") is { } x and >= 0 and <= 1000
        && where.Small("y") is { } y and >= 0 and <= 1000
            ? RawJson.Of(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("x", x);
                json.WriteNumber("y", y);
                json.WriteEndObject();
            })
            : null;

    private sealed record Asked(Guest? Guest, string? Refusal, bool IsTooMuch);
}
