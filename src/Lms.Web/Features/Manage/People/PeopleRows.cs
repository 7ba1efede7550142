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

/// <summary>
/// What the list says of the people on one of its pages, in one statement: of fifty people each more
/// would cost more to ask than to answer.
/// </summary>
public sealed class PeopleRows(
    LmsDbContext db,
    OrganisationPack pack,
    PublishedCourses courses,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<PersonRow>> ReadAsync(IQueryable<Person> page, Texts texts)
    {
        var today = pack.DayOf(time.Now());
        // Well-being courses: a manager sees neither the course nor its results.
        var hidden = (await courses.AllAsync())
            .Where(course => course.Manifest.IsPrivate)
            .Select(course => course.Id)
            .ToList();
        var enrolments = db.Enrolments.Where(one => !hidden.Contains(one.CourseId));
        var completions = db.Completions.Where(one => !hidden.Contains(one.CourseId));
        var certificates = db.Certificates.Where(one =>
            !hidden.Contains(one.CourseId)
            && (one.ValidUntil == null || one.ValidUntil >= today)
            && (one.Revocation == null || one.Revocation.RevokedOn > today)
        );
        var shown = await page.Select(one => new
            {
                one.Id,
                one.Name.Family,
                one.Name.Given,
                one.Name.Patronymic,
                one.Community,
                Begun = enrolments.Count(other => other.PersonId == one.Id),
                Completed = completions.Count(other => other.PersonId == one.Id),
                Certificates = certificates.Count(other => other.PersonId == one.Id),
                NearestEnd = certificates
                    .Where(other => other.PersonId == one.Id)
                    .Min(other => other.ValidUntil),
                StaffRoles = db
                    .Posts.Where(post =>
                        post.PersonId == one.Id
                        && post.From <= today
                        && (post.To == null || post.To >= today)
                    )
                    .Select(post => post.StaffRole)
                    .ToList(),
                Away = db
                    .Unavailabilities.Where(other =>
                        other.PersonId == one.Id && other.From <= today && other.Until >= today
                    )
                    .ToList(),
            })
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. shown.Select(one => new PersonRow(
                one.Id,
                new PersonName(one.Family, one.Given, one.Patronymic).Full,
                pack.NameOf(one.Community, texts.Language),
                [
                    .. one
                        .StaffRoles.Distinct()
                        .Order(StringComparer.Ordinal)
                        .Select(code => pack.StaffRole(code)?.Name.In(texts.Language) ?? code),
                ],
                one.Begun - one.Completed,
                one.Completed,
                one.Certificates,
                one.NearestEnd,
                SetUnavailability.UntilOn(one.Away.Select(other => other.Days(pack.DayOf)), today)
            )),
        ];
    }
}
