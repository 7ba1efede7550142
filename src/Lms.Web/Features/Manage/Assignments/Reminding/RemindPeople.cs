using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Reminding;

/// <summary>
/// One letter a day at most for a person, and one for a manager, of what comes near: 30, 7 and 1 days
/// before. That a day has passed is told to the manager alone, once. What was told stands in the same
/// write as the letter, so that a crash between makes neither a second letter nor none.
/// </summary>
public sealed class RemindPeople(
    LmsDatabase database,
    DueEvents dueEvents,
    SiteName site,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>No letter is written before this hour of the pack's time zone, or from the other one on.</summary>
    public const int FirstHour = 8;
    public const int QuietFrom = 20;

    private static readonly Viewer Writer = Viewer.System("remind people of their days");

    // Nobody has chosen a language that outlasts a browser: letters are in the organisation's first.
    private readonly Texts texts = Texts.In(pack.Languages[0]);

    /// <summary>How many letters were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        if (TimeZoneInfo.ConvertTime(now, pack.TimeZone).Hour is < FirstHour or >= QuietFrom)
        {
            return 0;
        }

        var today = pack.DayOf(now);
        await using var db = database.Open(Writer);
        var events = await dueEvents.OnAsync(db, today, cancel);
        var managers = await NearestManagers.ReadAsync(db, pack, today, cancel);
        var own = events
            .Where(one => one.Before is not null)
            .GroupBy(one => one.Person)
            .Select(group => (group.Key, Kind: "digest", Events: group.ToList()));
        var followed = events
            .SelectMany(one => managers.Of(one.Community).Select(manager => (manager, one)))
            .Where(pair => pair.manager != pair.one.Person)
            .GroupBy(pair => pair.manager, pair => pair.one)
            .Select(group => (group.Key, Kind: "digest-manager", Events: group.ToList()));
        var written = 0;
        foreach (var (person, kind, about) in own.Concat(followed).ToList())
        {
            var wrote = await db.WriteAsync(
                () => WriteAsync(db, person, kind, about, today),
                cancel
            );
            db.ChangeTracker.Clear();
            written += wrote ? 1 : 0;
        }

        return written;
    }

    private async Task<bool> WriteAsync(
        LmsDbContext db,
        PersonId person,
        string kind,
        IReadOnlyList<DueEvent> events,
        DateOnly today
    )
    {
        var digest = string.Create(CultureInfo.InvariantCulture, $"{kind}:{today:yyyy-MM-dd}");
        var keys = events.Select(one => KeyOf(kind, one)).Append(digest).Distinct().ToList();
        var told = await db
            .Reminders.Where(one => one.PersonId == person && keys.Contains(one.Event))
            .Select(one => one.Event)
            .ToListAsync();
        var fresh = events.Where(one => !told.Contains(KeyOf(kind, one))).ToList();
        if (
            fresh.Count == 0
            || told.Contains(digest)
            || await AddressAsync(db, person) is not { } to
        )
        {
            return false;
        }

        var now = time.Now();
        foreach (var key in fresh.Select(one => KeyOf(kind, one)).Append(digest).Distinct())
        {
            db.Reminders.Add(
                new Reminder
                {
                    PersonId = person,
                    Event = key,
                    At = now,
                }
            );
        }

        db.OutgoingMail.Add(
            new OutgoingMail
            {
                Id = new(time.NewId()),
                Event = $"{digest}:{person.Value}",
                To = to,
                Subject = site.In(texts),
                Body = kind == "digest" ? OwnLetter(fresh) : ManagerLetter(fresh),
                CreatedAt = now,
                NotBefore = now,
            }
        );
        await db.SaveChangesAsync();
        return true;
    }

    private static string KeyOf(string kind, DueEvent one) =>
        kind == "digest" ? one.Key : $"of:{one.Person.Value}:{one.Key}";

    // Asked again in the write: whoever was erased or lost the account meanwhile gets none.
    private static Task<string?> AddressAsync(LmsDbContext db, PersonId person) =>
        db
            .Accounts.Where(account =>
                account.PersonId == person
                && account.DeactivatedAt == null
                && account.Email != null
                && db.People.Any(one =>
                    one.Id == person && one.ErasedAt == null && one.MergedInto == null
                )
            )
            .OrderBy(account => account.Id)
            .Select(account => account.Email)
            .FirstOrDefaultAsync();

    // A letter names no course: whoever reads over the shoulder sees dates alone.
    private string OwnLetter(IReadOnlyList<DueEvent> events) =>
        texts.Fill(
            "manage.remind.own",
            string.Join('\n', Lines(events)),
            new Uri(settings.Site.Uri, "/learn")
        );

    private string ManagerLetter(IReadOnlyList<DueEvent> events)
    {
        var lines = Lines([.. events.Where(one => one.Before is not null)]).ToList();
        var passed = events.Where(one => one.Before is null).DistinctBy(one => one.Person).Count();
        if (passed > 0)
        {
            lines.Add("– " + texts.Count("manage.remind.passed", passed));
        }

        return texts.Fill(
            "manage.remind.manager",
            string.Join('\n', lines),
            new Uri(settings.Site.Uri, "/manage/assignments")
        );
    }

    private IEnumerable<string> Lines(IReadOnlyList<DueEvent> events) =>
        events
            .GroupBy(one => one.Last)
            .OrderBy(group => group.Key)
            .Select(group =>
                $"– {texts.Day(group.Key)}: {texts.Count("manage.remind.lines", group.Count())}"
            );
}
