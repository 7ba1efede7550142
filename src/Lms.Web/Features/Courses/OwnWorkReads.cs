using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>Note and ticks in one statement, compiled once: every lesson page asks it.</summary>
public sealed class OwnWorkReads
{
    private readonly Func<LmsDbContext, PersonId, ActivityId, IAsyncEnumerable<Row>> kept =
        EF.CompileAsyncQuery(
            (LmsDbContext db, PersonId person, ActivityId lesson) =>
                db
                    .ChecklistTicks.Where(tick =>
                        tick.PersonId == person && tick.ActivityId == lesson && tick.IsTicked
                    )
                    .Select(tick => new { Text = tick.Entry, Revision = 0 })
                    .Concat(
                        db.LessonNotes.Where(note =>
                                note.PersonId == person && note.ActivityId == lesson
                            )
                            .Select(note => new { note.Text, note.Revision })
                    )
                    .Select(row => new Row(row.Text, row.Revision))
        );

    public async Task<OwnWork> ReadAsync(LmsDbContext db, PersonId person, ActivityId lesson)
    {
        var own = OwnWork.None;
        var ticked = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in kept(db, person, lesson))
        {
            if (row.Revision > 0)
            {
                own = new(row.Text, row.Revision, ticked);
            }
            else
            {
                ticked.Add(row.Text);
            }
        }

        return own with
        {
            Ticked = ticked,
        };
    }

    /// <param name="Revision">Of the note; 0 for an entry that is ticked.</param>
    private sealed record Row(string Text, int Revision);
}
