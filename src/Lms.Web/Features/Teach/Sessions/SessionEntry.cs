using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Web.Features.Teach.Sessions;

/// <param name="Field">Id of the control.</param>
/// <param name="Words">Key of what is wrong.</param>
public sealed record EntryFault(string Field, string Words);

/// <summary>A session as its form is filled in: what was typed, whatever it is, so that nothing is lost.</summary>
public sealed class SessionEntry
{
    /// <summary>Of <see cref="What"/>: what no form can name, because it has left the published edition.</summary>
    public const string Gone = "~";

    private const int LongestTitle = 200;
    private const int LongestPlace = 300;

    /// <summary>
    /// A course, or a course and its deck: «k1-basics», «k1-basics/talk»; empty for neither;
    /// <see cref="Gone"/> for what was planned and can be chosen no longer.
    /// </summary>
    public string? What { get; set; }

    public string? Title { get; set; }

    public string? Language { get; set; }

    public string? On { get; set; }

    public string? At { get; set; }

    public string? Minutes { get; set; }

    public string? Capacity { get; set; }

    public string? Admission { get; set; }

    public string? Form { get; set; }

    public string? Place { get; set; }

    public string? Territory { get; set; }

    public string? Percent { get; set; }

    public bool IsRecorded { get; set; }

    /// <summary>«person:role» of everyone beside the trainer; empty for those who are nothing in it.</summary>
    public List<string?> Leads { get; set; } = [];

    public string? Times { get; set; }

    public string? Weeks { get; set; }

    public static SessionEntry New(OrganisationPack pack) =>
        new()
        {
            Language = pack.Languages[0],
            Minutes = "60",
            Percent = Written(pack.AttendancePercent),
            Admission = nameof(Lms.Domain.Live.Admission.Open),
            Form = nameof(SessionForm.Online),
            Times = "1",
            Weeks = "1",
        };

    public static SessionEntry Of(
        LiveSession session,
        IEnumerable<Leader> leaders,
        OrganisationPack pack
    )
    {
        var wall = session.StartsAt is { } starts
            ? WallClock.At(starts, pack.TimeZone)
            : (DateTime?)null;
        return new()
        {
            Title = session.Title,
            Language = session.Language,
            On = wall?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            At = wall?.ToString("HH:mm", CultureInfo.InvariantCulture),
            Minutes = Written(session.Minutes),
            Capacity = session.Capacity is { } seats ? Written(seats) : "",
            Admission = session.Admission.ToString(),
            Form = session.Form.ToString(),
            Place = session.Place,
            Territory = session.Territory?.Value,
            Percent = Written(session.Rule.Percent),
            IsRecorded = session.IsRecorded,
            Leads =
            [
                .. leaders
                    .Where(one => one.Role != RoomRole.Trainer)
                    .Select(one => ValueOf(new(one.Person, one.Role))),
            ],
            Times = "1",
            Weeks = "1",
        };
    }

    public static string ValueOf(Lead lead) => $"{lead.Person.Value}:{lead.Role}";

    /// <summary>What is planned; null with what stands against it.</summary>
    /// <param name="mayBeGone">Whether what was planned is one of those that can be chosen no longer.</param>
    /// <param name="was">When it was planned for until now: a day that has passed may stay.</param>
    public SessionPlan? Read(
        IReadOnlyList<PublishedCourse> taught,
        IReadOnlyList<MayLead> candidates,
        OrganisationPack pack,
        bool mayBeGone,
        DateTimeOffset? was,
        DateTimeOffset now,
        List<EntryFault> faults
    )
    {
        var title = Title?.Trim() ?? "";
        if (title.Length is 0 or > LongestTitle)
        {
            faults.Add(new("title", "teach.session.fault.title"));
        }

        var (course, deck) = mayBeGone && What == Gone ? (null, null) : WhatOf(taught, faults);
        var starts = StartsAt(pack, was, now, faults);
        var minutes = Whole("minutes", Minutes, 5, 600, faults);
        var capacity = string.IsNullOrWhiteSpace(Capacity)
            ? null
            : Whole("capacity", Capacity, 1, 2000, faults);
        var percent = Whole("percent", Percent, 1, 100, faults);
        if (!Named<Lms.Domain.Live.Admission>(Admission, out var admission))
        {
            faults.Add(new("admission", "teach.session.fault.admission"));
        }

        if (!Named<SessionForm>(Form, out var form))
        {
            faults.Add(new("form", "teach.session.fault.form"));
        }

        var place = form == SessionForm.Online ? "" : Place?.Trim() ?? "";
        if (place.Length > LongestPlace)
        {
            faults.Add(new("place", "teach.session.fault.place"));
        }

        if (!pack.Languages.Contains(Language))
        {
            faults.Add(new("language", "teach.session.fault.language"));
        }

        TerritoryCode? territory = string.IsNullOrEmpty(Territory) ? null : new(Territory);
        if (territory is { } code && pack.Territories.All.All(one => one.Code != code))
        {
            faults.Add(new("territory", "teach.session.fault.territory"));
        }

        var leads = LeadsOf(candidates, faults);
        return faults.Count > 0
            ? null
            : new()
            {
                Course = course,
                Deck = deck,
                Title = title,
                Language = Language!,
                StartsAt = starts,
                Minutes = minutes!.Value,
                Capacity = capacity,
                Admission = admission,
                Form = form,
                Place = place,
                Territory = territory,
                Percent = percent!.Value,
                IsRecorded = IsRecorded,
                Leads = leads,
            };
    }

    public Repetition? Repeated(DateTimeOffset? starts, List<EntryFault> faults)
    {
        var times = Whole("times", Times, 1, 52, faults);
        var weeks = Whole("weeks", Weeks, 1, 12, faults);
        if (times > 1 && starts is null && faults.Count == 0)
        {
            faults.Add(new("times", "teach.session.fault.times-date"));
        }

        return times is { } count && weeks is { } apart ? new(count, apart) : null;
    }

    private (CourseId?, ActivityId?) WhatOf(
        IReadOnlyList<PublishedCourse> taught,
        List<EntryFault> faults
    )
    {
        if (string.IsNullOrEmpty(What))
        {
            return (null, null);
        }

        var parts = What.Split('/', 2);
        var course = taught.FirstOrDefault(one => one.Slug == parts[0]);
        var deck = parts is [_, var slug] ? course?.Find(slug) : null;
        if (course is null || (parts.Length == 2 && deck?.Kind != ActivityKind.LiveSession))
        {
            faults.Add(new("what", "teach.session.fault.what"));
            return (null, null);
        }

        return (course.Id, deck?.Id);
    }

    private DateTimeOffset? StartsAt(
        OrganisationPack pack,
        DateTimeOffset? was,
        DateTimeOffset now,
        List<EntryFault> faults
    )
    {
        if (string.IsNullOrWhiteSpace(On) && string.IsNullOrWhiteSpace(At))
        {
            if (was is not null)
            {
                faults.Add(new("on", "teach.session.fault.date-stays"));
            }

            return null;
        }

        if (GrantWords.DayTyped(On) is not { } day || day.Year > now.Year + 5)
        {
            faults.Add(new("on", "teach.session.fault.date"));
            return null;
        }

        if (
            !TimeOnly.TryParseExact(
                At?.Trim(),
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var hour
            )
        )
        {
            faults.Add(new("at", "teach.session.fault.hour"));
            return null;
        }

        if (WallClock.InstantOf(day.ToDateTime(hour), pack.TimeZone) is not { } starts)
        {
            faults.Add(new("at", "teach.session.fault.no-such-hour"));
            return null;
        }

        if (starts <= now && starts != was)
        {
            faults.Add(new("on", "teach.session.fault.past"));
        }

        return starts;
    }

    private List<Lead> LeadsOf(IReadOnlyList<MayLead> candidates, List<EntryFault> faults)
    {
        var leads = new List<Lead>();
        foreach (var value in Leads.Where(value => !string.IsNullOrEmpty(value)))
        {
            if (
                value!.Split(':') is not [var id, var named]
                || !Guid.TryParse(id, out var person)
                || candidates.FirstOrDefault(one => one.Person.Value == person) is not { } known
                || !Named<RoomRole>(named, out var role)
                || !RolesOf(known).Contains(role)
            )
            {
                faults.Add(new("leads", "teach.session.fault.leads"));
                return [];
            }

            leads.Add(new(known.Person, role));
        }

        return leads;
    }

    /// <summary>What someone may be in a session that another trainer plans.</summary>
    public static IReadOnlyList<RoomRole> RolesOf(MayLead one) =>
        one.TeachesIt
            ? [RoomRole.CoTrainer, RoomRole.Moderator, RoomRole.Observer]
            : [RoomRole.Moderator, RoomRole.Observer];

    private static bool Named<T>(string? typed, out T value)
        where T : struct, Enum => Enum.TryParse(typed, out value) && Enum.IsDefined(value);

    private static int? Whole(
        string field,
        string? typed,
        int least,
        int most,
        List<EntryFault> faults
    )
    {
        if (
            int.TryParse(
                typed?.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value >= least
            && value <= most
        )
        {
            return value;
        }

        faults.Add(new(field, $"teach.session.fault.{field}"));
        return null;
    }

    private static string Written(int value) => value.ToString(CultureInfo.InvariantCulture);
}
