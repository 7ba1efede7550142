using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;

namespace Lms.Web.Features.Manage.Assignments;

public sealed record Choice(string Value, string Words);

/// <summary>What a manager may choose from, in their scope and language.</summary>
public sealed class Choices(
    OrganisationPack pack,
    PublishedCourses courses,
    DutyWords words,
    CurrentViewer current
)
{
    /// <summary>Courses and certifications that can be demanded; well-being courses are nobody's duty.</summary>
    public async Task<IReadOnlyList<Choice>> DemandsAsync(Texts texts)
    {
        var demands = pack
            .Certifications.Select(one => (Demand)new Demand.Certification(one.Code))
            .ToList();
        foreach (var course in await courses.AllAsync())
        {
            if (!course.Manifest.IsPrivate && !await courses.IsArchivedAsync(course.Id))
            {
                demands.Add(new Demand.Course(course.Slug));
            }
        }

        var choices = new List<Choice>();
        foreach (var demand in demands)
        {
            choices.Add(new(ValueOf(demand), await NameAsync(texts, demand)));
        }

        return choices;
    }

    public async Task<string> NameAsync(Texts texts, Demand demand) =>
        texts.Fill(
            demand is Demand.Course ? "manage.duty.course" : "manage.duty.certification",
            await words.NameAsync(texts, demand)
        );

    /// <summary>The demand that a form or an address names; null when it is none that can be demanded.</summary>
    public async Task<Demand?> DemandAsync(string? value)
    {
        if (value?.Split(':') is not [var kind, var code])
        {
            return null;
        }

        if (kind == "certification")
        {
            return pack.Certification(code) is null ? null : new Demand.Certification(code);
        }

        return
            kind == "course"
            && await courses.FindAsync(code) is { } course
            && !course.Manifest.IsPrivate
            && !await courses.IsArchivedAsync(course.Id)
            ? new Demand.Course(code)
            : null;
    }

    public static string ValueOf(Demand demand) =>
        demand switch
        {
            Demand.Course(var slug) => $"course:{slug}",
            Demand.Certification(var code) => $"certification:{code}",
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Territories of the viewer's scope, of every level.</summary>
    public IReadOnlyList<Choice> Territories(Texts texts) =>
        Sorted(texts, Places(isCommunity: false));

    public IReadOnlyList<Choice> Communities(Texts texts) =>
        Sorted(texts, Places(isCommunity: true));

    /// <summary>Whether the viewer follows a whole territory.</summary>
    public bool Follows(TerritoryCode? territory) =>
        current.Viewer.SeesEveryone
        || (territory is { } place && current.Viewer.Territories.Contains(place));

    public bool FollowsAll => current.Viewer.SeesEveryone;

    public IReadOnlyList<Choice> Roles(Texts texts) =>
        [.. pack.StaffRoles.Select(role => new Choice(role.Code, role.Name.In(texts.Language)))];

    public IReadOnlyList<Choice> Profiles(Texts texts) =>
        [
            .. pack
                .Profiles.Keys.Select(one => new Choice(one, texts.ProfileTitle(pack, one)))
                .OrderBy(one => one.Words, StringComparer.Create(texts.Culture, true)),
        ];

    /// <summary>Institutions of the scope, and those that serve all of it.</summary>
    public IReadOnlyList<Choice> Institutions(Texts texts, IEnumerable<Institution> register) =>
        [
            .. register
                .Where(one => Follows(one.Territory))
                .Select(one => new Choice(one.Code, one.Name.In(texts.Language)))
                .OrderBy(one => one.Words, StringComparer.Create(texts.Culture, true)),
        ];

    public IReadOnlyList<Choice> Certifications(Texts texts) =>
        [
            .. pack.Certifications.Select(one => new Choice(
                one.Code,
                one.Rules.Name.In(texts.Language)
            )),
        ];

    /// <summary>An address with what is not empty.</summary>
    public static string Address(string path, params (string Key, string? Value)[] query)
    {
        var kept = query.Where(one => !string.IsNullOrEmpty(one.Value)).ToList();
        return kept.Count == 0
            ? path
            : path
                + QueryString.Create(kept.Select(one => KeyValuePair.Create(one.Key, one.Value)));
    }

    public static string DayOf(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private IEnumerable<TerritoryCode> Places(bool isCommunity) =>
        (
            current.Viewer.SeesEveryone
                ? pack.Territories.All.Select(one => one.Code)
                : current.Viewer.Territories
        ).Where(one => !isCommunity || pack.Territories.IsCommunity(one));

    private List<Choice> Sorted(Texts texts, IEnumerable<TerritoryCode> places) =>
        [
            .. places
                .Select(one => new Choice(one.Value, texts.PlaceWords(pack, one)))
                .OrderBy(one => one.Words, StringComparer.Create(texts.Culture, true)),
        ];
}
