using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Begins a run through a case, at any time; a run without a step is gone on with.</summary>
public sealed class BeginRun(LmsDbContext db, Enrol enrol, TimeProvider time)
{
    public Task RunAsync(
        PersonId person,
        PublishedCourse course,
        PublishedActivity activity,
        OperationId operation
    ) =>
        db.WriteAsync(async () =>
        {
            var enrolment = await enrol.InsideAsync(person, course);
            var runs = await db
                .CaseRuns.Where(run =>
                    run.EnrolmentId == enrolment && run.ActivityId == activity.Id
                )
                .OrderByDescending(run => run.Number)
                .Select(run => new
                {
                    run.Number,
                    run.Operation,
                    IsFresh = run.Steps.Count == 0,
                })
                .ToListAsync();
            if (runs is [{ IsFresh: true }, ..] || runs.Exists(run => run.Operation == operation))
            {
                return;
            }

            db.CaseRuns.Add(
                new CaseRun
                {
                    Id = new(time.NewId()),
                    PersonId = person,
                    EnrolmentId = enrolment,
                    ActivityId = activity.Id,
                    CourseVersionId = course.Version,
                    Number = runs.Count == 0 ? 1 : runs[0].Number + 1,
                    Operation = operation,
                    BegunAt = time.Now(),
                }
            );
            await db.SaveChangesAsync();
        });
}
