using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

public enum GrantAnswer
{
    /// <summary>Now or by the same operation before.</summary>
    Granted,

    /// <summary>There is no reason, or one of more than 500 characters.</summary>
    BadReason,

    /// <summary>No such enrolment, or no such quiz in its course.</summary>
    Unknown,
}

/// <summary>
/// Gives a learner one attempt more than the rule allows, for a reason, once for each operation, and
/// tells them. The caller has checked that the actor trains the course.
/// </summary>
public sealed class GrantExtraAttempt(
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack,
    LmsSettings settings,
    TimeProvider time
)
{
    private const int LongestReason = 500;
    private static readonly Viewer Giver = Viewer.System("grant an extra attempt");

    public async Task<GrantAnswer> RunAsync(
        EnrolmentId enrolment,
        ActivityId quiz,
        string reason,
        OperationId operation,
        Actor by
    )
    {
        var words = reason.Trim();
        if (words.Length is 0 or > LongestReason)
        {
            return GrantAnswer.BadReason;
        }

        await using var db = database.Open(Giver);
        return await db.WriteAsync(async () =>
        {
            if (await db.ExtraAttempts.AnyAsync(extra => extra.Operation == operation))
            {
                return GrantAnswer.Granted;
            }

            var learner = await db
                .Enrolments.Where(found => found.Id == enrolment)
                .Select(found => new
                {
                    found.PersonId,
                    Version = found
                        .Versions.OrderByDescending(version => version.Position)
                        .Select(version => version.CourseVersionId)
                        .First(),
                })
                .SingleOrDefaultAsync();
            if (learner is null)
            {
                return GrantAnswer.Unknown;
            }

            var course = await courses.OfAsync(learner.Version);
            if (
                course.Activities.FirstOrDefault(one => one.Id == quiz)
                is not { Quiz: not null } named
            )
            {
                return GrantAnswer.Unknown;
            }

            var extra = new ExtraAttempt
            {
                Id = new(time.NewId()),
                PersonId = learner.PersonId,
                EnrolmentId = enrolment,
                ActivityId = quiz,
                GrantedBy = by.Person,
                GrantedAt = time.Now(),
                Reason = words,
                Operation = operation,
            };
            db.ExtraAttempts.Add(extra);
            db.Audit.Add(
                new AuditEntry
                {
                    At = extra.GrantedAt,
                    Action = AuditAction.ExtraAttemptGranted,
                    Actor = by.Account,
                    Subject = extra.PersonId,
                    Detail = $"{course.Slug}/{named.Slug}",
                }
            );
            await TellAsync(db, extra);
            await db.SaveChangesAsync();
            return GrantAnswer.Granted;
        });
    }

    // The reason stands on the page, not in the letter: a phone shows letters to whoever holds it.
    private Task TellAsync(LmsDbContext db, ExtraAttempt extra)
    {
        var texts = Texts.In(pack.Languages[0]);
        return db.TellAsync(
            time,
            extra.PersonId,
            $"extra-attempt:{extra.Id.Value}",
            texts["shared.extra-attempt.mail.subject"],
            texts.Fill("shared.extra-attempt.mail.body", new Uri(settings.Site.Uri, "/learn"))
        );
    }
}
