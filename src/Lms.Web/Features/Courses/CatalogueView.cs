using System.Globalization;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lms.Web.Features.Courses;

/// <summary>How long a course is, in hours of work.</summary>
public enum CourseLength
{
    /// <summary>2 hours at most.</summary>
    Short,

    /// <summary>8 hours at most: a working day.</summary>
    Medium,
    Long,
}

/// <summary>What of the catalogue is asked for: a view is its address and can be sent.</summary>
/// <param name="Typed">As typed, 200 letters at most; empty when nothing is searched for.</param>
/// <param name="Role">Code of a staff role; null for all.</param>
/// <param name="Competence">Code of a competence; null for all.</param>
public sealed record CatalogueView(
    string Typed,
    string? Role,
    string? Competence,
    CourseLength? Length
)
{
    public bool IsSearch => !string.IsNullOrWhiteSpace(Typed);

    public bool HasFilter => Role is not null || Competence is not null || Length is not null;

    /// <summary>A code that the pack does not know filters nothing.</summary>
    public static CatalogueView Of(
        string? typed,
        string? role,
        string? competence,
        string? hours,
        OrganisationPack pack
    ) =>
        new(
            typed is { Length: > SearchQuery.MostLetters }
                ? typed[..(SearchQuery.MostLetters + 1)]
                : typed ?? "",
            Known(role, pack.StaffRoles.Select(one => one.Code)),
            Known(competence, pack.Competences.Competences.Select(one => one.Code)),
            Enum.GetValues<CourseLength>()
                .Cast<CourseLength?>()
                .FirstOrDefault(length => NameOf(length) == hours)
        );

    public bool Shows(PublishedCourse course) =>
        (Role is null || course.Manifest.Audience.Contains(Role))
        && (Competence is null || course.Manifest.Competences.Any(goal => goal.Code == Competence))
        && (Length is null || LengthOf(course) == Length);

    public static CourseLength LengthOf(PublishedCourse course) =>
        course.Manifest.Hours.Total switch
        {
            <= 2 => CourseLength.Short,
            <= 8 => CourseLength.Medium,
            _ => CourseLength.Long,
        };

    public string Address(int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Fields().Prepend(("q", IsSearch ? Typed : "")))
        {
            if (value.Length > 0)
            {
                query.Add(key, value);
            }
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        }

        return $"/courses{query}";
    }

    /// <summary>Keys of the address and their values, the query apart.</summary>
    public IEnumerable<(string Key, string Value)> Fields() =>
        [("role", Role ?? ""), ("competence", Competence ?? ""), ("hours", NameOf(Length))];

    public static string NameOf(CourseLength? length) =>
        length?.ToString().ToLowerInvariant() ?? "";

    /// <summary>Codes are Cyrillic or Latin as the pack has them, and look the same.</summary>
    private static string? Known(string? code, IEnumerable<string> codes)
    {
        var words = SearchQuery.Of(code ?? "").Words;
        return words.Count == 0
            ? null
            : codes.FirstOrDefault(known => SearchQuery.Of(known).Words.SequenceEqual(words));
    }
}
