using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Keeps where a learner was last in a course, for the button that goes on there.</summary>
public sealed class KeepPlace(LmsDbContext db, TimeProvider time)
{
    private const int LongestBlock = 80;

    /// <summary>False when the course has no such activity.</summary>
    public Task<bool> RunAsync(PersonId person, ActivityId activity, string block) =>
        db.WriteAsync(async () =>
        {
            var course = await db
                .Activities.Where(known => known.Id == activity)
                .Select(known => (CourseId?)known.CourseId)
                .SingleOrDefaultAsync();
            if (course is not { } id || block.Length > LongestBlock || !block.All(IsOfId))
            {
                return false;
            }

            var place = await db.LastPlaces.SingleOrDefaultAsync(known =>
                known.PersonId == person && known.CourseId == id
            );
            if (place is null)
            {
                db.LastPlaces.Add(
                    new LastPlace
                    {
                        PersonId = person,
                        CourseId = id,
                        ActivityId = activity,
                        Block = block,
                        At = time.Now(),
                    }
                );
            }
            else
            {
                (place.ActivityId, place.Block, place.At) = (activity, block, time.Now());
            }

            await db.SaveChangesAsync();
            return true;
        });

    private static bool IsOfId(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
