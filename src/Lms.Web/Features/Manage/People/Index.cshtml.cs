using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

/// <summary>A person as a manager sees one: states and dates, never scores or lessons.</summary>
/// <param name="NearestEnd">Of the certificates valid today; null when none ends.</param>
public sealed record PersonRow(
    PersonId Id,
    string Name,
    string Community,
    IReadOnlyList<string> StaffRoles,
    int InProgress,
    int Completed,
    int ValidCertificates,
    DateOnly? NearestEnd
);

public sealed record CommunityChoice(string Code, string Name, int People);

[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    PublishedCourses courses,
    TimeProvider time
) : PageModel
{
    public const int PerPage = 50;

    // More than these are a list to choose from, not a wall of chips.
    private const int MostChips = 8;

    // Names are sorted as the organisation's first language sorts them, whoever reads.
    private readonly CultureInfo names = Texts.In(pack.Languages[0]).Culture;

    public string Query { get; private set; } = "";

    /// <summary>Code of the chosen community; empty for all.</summary>
    public string Community { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Everyone in the viewer's scope.</summary>
    public int InScope { get; private set; }

    public int Found { get; private set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<CommunityChoice> Communities { get; private set; } = [];

    public bool HasChips => Communities.Count is > 1 and <= MostChips;

    public bool HasList => Communities.Count > MostChips;

    public async Task OnGetAsync(string? q, string? community, int p = 1)
    {
        Query = q?.Trim() ?? "";
        Community = community ?? "";
        var inScope = await db
            .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
            .Select(person => new Listed(
                person.Id,
                person.Name.Family,
                person.Name.Given,
                person.Name.Patronymic,
                person.Community
            ))
            .ToListAsync();
        InScope = inScope.Count;
        Communities = ChoicesOf(inScope);
        var byName = StringComparer.Create(names, ignoreCase: true);
        var found = inScope
            .Where(one => Community.Length == 0 || one.Community.Value == Community)
            .Where(one => Query.Length == 0 || SurnameSearch.Begins(one.Family, Query, names))
            .OrderBy(one => one.Family, byName)
            .ThenBy(one => one.Given, byName)
            .ThenBy(one => one.Patronymic, byName)
            .ThenBy(one => one.Id.Value)
            .ToList();
        Found = found.Count;
        Pages = Math.Max(1, (Found + PerPage - 1) / PerPage);
        Number = Math.Clamp(p, 1, Pages);
        People = await RowsAsync([.. found.Skip((Number - 1) * PerPage).Take(PerPage)]);
        await RecordAsync();
    }

    /// <summary>This view with another community or page: a view can be sent as its address.</summary>
    public string Address(string community, int number)
    {
        var query = new QueryBuilder();
        Add(query, "q", Query);
        Add(query, "community", community);
        Add(query, "p", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : "");
        return $"/manage/people{query}";
    }

    private static void Add(QueryBuilder query, string key, string value)
    {
        if (value.Length > 0)
        {
            query.Add(key, value);
        }
    }

    private List<CommunityChoice> ChoicesOf(List<Listed> inScope) =>
        [
            .. inScope
                .GroupBy(one => one.Community)
                .Select(group => new CommunityChoice(
                    group.Key.Value,
                    NameOf(group.Key),
                    group.Count()
                ))
                .OrderBy(choice => choice.Name, StringComparer.Create(names, ignoreCase: true)),
        ];

    private async Task<IReadOnlyList<PersonRow>> RowsAsync(IReadOnlyList<Listed> shown)
    {
        var ids = shown.Select(one => one.Id).ToList();
        var hidden = await PrivateCoursesAsync();
        var today = pack.DayOf(time.Now());
        var posts = await db
            .Posts.Where(post =>
                ids.Contains(post.PersonId)
                && post.From <= today
                && (post.To == null || post.To >= today)
            )
            .Select(post => new { post.PersonId, post.StaffRole })
            .ToListAsync();
        var enrolments = await db
            .Enrolments.Where(enrolment =>
                ids.Contains(enrolment.PersonId) && !hidden.Contains(enrolment.CourseId)
            )
            .Select(enrolment => new { enrolment.PersonId, IsDone = enrolment.Completion != null })
            .ToListAsync();
        var certificates = await db
            .Certificates.Where(certificate =>
                ids.Contains(certificate.PersonId)
                && !hidden.Contains(certificate.CourseId)
                && (certificate.ValidUntil == null || certificate.ValidUntil >= today)
                && (certificate.Revocation == null || certificate.Revocation.RevokedOn > today)
            )
            .Select(certificate => new { certificate.PersonId, certificate.ValidUntil })
            .ToListAsync();
        var roles = posts.ToLookup(post => post.PersonId, post => post.StaffRole);
        var progress = enrolments.ToLookup(one => one.PersonId, one => one.IsDone);
        var ends = certificates.ToLookup(one => one.PersonId, one => one.ValidUntil);
        return
        [
            .. shown.Select(one => new PersonRow(
                one.Id,
                new PersonName(one.Family, one.Given, one.Patronymic).Full,
                NameOf(one.Community),
                [.. roles[one.Id].Distinct().Order(StringComparer.Ordinal).Select(RoleName)],
                progress[one.Id].Count(isDone => !isDone),
                progress[one.Id].Count(isDone => isDone),
                ends[one.Id].Count(),
                ends[one.Id].Min()
            )),
        ];
    }

    // Well-being courses: a manager sees neither the course nor its results.
    private async Task<List<CourseId>> PrivateCoursesAsync() =>
        [
            .. (await courses.AllAsync())
                .Where(course => course.Manifest.IsPrivate)
                .Select(course => course.Id),
        ];

    private async Task RecordAsync()
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PeopleListed,
                Actor = current.Viewer.Account,
                Detail = People.Count.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
    }

    private string NameOf(TerritoryCode code) => pack.NameOf(code, HttpContext.Texts().Language);

    private string RoleName(string code) =>
        pack.StaffRole(code)?.Name.In(HttpContext.Texts().Language) ?? code;

    private sealed record Listed(
        PersonId Id,
        string Family,
        string Given,
        string Patronymic,
        TerritoryCode Community
    );
}
