using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

/// <summary>A person as a manager sees one: states and dates, never scores or lessons.</summary>
/// <param name="NearestEnd">Of the certificates valid today; null when none ends.</param>
/// <param name="AwayUntil">Null for who is there.</param>
public sealed record PersonRow(
    PersonId Id,
    string Name,
    string Community,
    IReadOnlyList<string> StaffRoles,
    int InProgress,
    int Completed,
    int ValidCertificates,
    DateOnly? NearestEnd,
    DateOnly? AwayUntil
);

/// <summary>What the list says of the people on one of its pages, in a fixed number of queries.</summary>
public sealed class PeopleRows(
    LmsDbContext db,
    OrganisationPack pack,
    PublishedCourses courses,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<PersonRow>> ReadAsync(IQueryable<Person> page, Texts texts)
    {
        var shown = await page.Select(one => new Listed(
                one.Id,
                one.Name.Family,
                one.Name.Given,
                one.Name.Patronymic,
                one.Community
            ))
            .ToListAsync();
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
        var absences = await db
            .Unavailabilities.AsNoTracking()
            .Where(one => ids.Contains(one.PersonId) && one.From <= today && one.Until >= today)
            .ToListAsync();
        var roles = posts.ToLookup(post => post.PersonId, post => post.StaffRole);
        var progress = enrolments.ToLookup(one => one.PersonId, one => one.IsDone);
        var ends = certificates.ToLookup(one => one.PersonId, one => one.ValidUntil);
        var away = absences.ToLookup(one => one.PersonId, one => one.Days(pack.DayOf));
        return
        [
            .. shown.Select(one => new PersonRow(
                one.Id,
                new PersonName(one.Family, one.Given, one.Patronymic).Full,
                pack.NameOf(one.Community, texts.Language),
                [
                    .. roles[one.Id]
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .Select(code => pack.StaffRole(code)?.Name.In(texts.Language) ?? code),
                ],
                progress[one.Id].Count(isDone => !isDone),
                progress[one.Id].Count(isDone => isDone),
                ends[one.Id].Count(),
                ends[one.Id].Min(),
                SetUnavailability.UntilOn(away[one.Id], today)
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

    private sealed record Listed(
        PersonId Id,
        string Family,
        string Given,
        string Patronymic,
        TerritoryCode Community
    );
}
