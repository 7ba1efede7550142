using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>What a learner keeps beside a lesson: the note, and the entries they ticked.</summary>
public sealed record OwnWork(string Note, int NoteRevision, IReadOnlySet<string> Ticked)
{
    public static readonly OwnWork None = new("", 0, new HashSet<string>());
}

/// <summary>What became of a note.</summary>
public abstract record NoteAnswer
{
    private NoteAnswer() { }

    public sealed record Kept(int Revision, DateTimeOffset At) : NoteAnswer;

    /// <summary>Another device wrote in between: both texts are kept, one below the other.</summary>
    public sealed record Joined(string Text, int Revision, DateTimeOffset At) : NoteAnswer;

    /// <summary>No such lesson, or the text is too long, alone or joined with what is kept.</summary>
    public sealed record Refused : NoteAnswer;
}

/// <summary>Reads and keeps what learners write for themselves; nobody else ever reads it.</summary>
public sealed class KeepOwnWork(LmsDbContext db, OwnWorkReads reads, TimeProvider time)
{
    public const int LongestNote = 10_000;
    private const int LongestEntry = 80;
    private const int MostEntries = 1_000;

    public Task<OwnWork> ReadAsync(PersonId person, ActivityId lesson) =>
        reads.ReadAsync(db, person, lesson);

    /// <param name="revision">What the device last saw; 0 when there was no note.</param>
    public Task<NoteAnswer> KeepNoteAsync(
        PersonId person,
        ActivityId lesson,
        string text,
        int revision
    ) =>
        db.WriteAsync<NoteAnswer>(async () =>
        {
            if (text.Length > LongestNote || !await IsLessonAsync(lesson))
            {
                return new NoteAnswer.Refused();
            }

            var now = time.Now();
            var note = await db.LessonNotes.SingleOrDefaultAsync(known =>
                known.PersonId == person && known.ActivityId == lesson
            );
            if (note is null)
            {
                note = New(person, lesson, now);
                db.LessonNotes.Add(note);
            }
            else if (note.Text == text)
            {
                return new NoteAnswer.Kept(note.Revision, note.SavedAt);
            }

            var isOvertaken = note.Revision > 0 && note.Revision != revision;
            var whole = isOvertaken ? Joined(note.Text, text) : text;
            if (whole.Length > LongestNote)
            {
                return new NoteAnswer.Refused();
            }

            note.Text = whole;
            note.Revision++;
            note.SavedAt = now;
            await db.SaveChangesAsync();
            return isOvertaken
                ? new NoteAnswer.Joined(note.Text, note.Revision, now)
                : new NoteAnswer.Kept(note.Revision, now);
        });

    /// <summary>Sets the entries that differ; false when the lesson has no such entries.</summary>
    public Task<bool> TickAsync(
        PersonId person,
        ActivityId lesson,
        IReadOnlyDictionary<string, bool> entries
    ) =>
        db.WriteAsync(async () =>
        {
            if (
                entries.Keys.Any(entry => entry.Length is 0 or > LongestEntry)
                || !await IsLessonAsync(lesson)
            )
            {
                return false;
            }

            var known = await db
                .ChecklistTicks.Where(tick => tick.PersonId == person && tick.ActivityId == lesson)
                .ToDictionaryAsync(tick => tick.Entry, StringComparer.Ordinal);
            if (known.Keys.Union(entries.Keys).Count() > MostEntries)
            {
                return false;
            }

            foreach (var (entry, isTicked) in entries)
            {
                if (known.TryGetValue(entry, out var tick))
                {
                    if (tick.IsTicked != isTicked)
                    {
                        (tick.IsTicked, tick.SetAt) = (isTicked, time.Now());
                    }
                }
                else if (isTicked)
                {
                    db.ChecklistTicks.Add(
                        new ChecklistTick
                        {
                            PersonId = person,
                            ActivityId = lesson,
                            Entry = entry,
                            IsTicked = true,
                            SetAt = time.Now(),
                        }
                    );
                }
            }

            await db.SaveChangesAsync();
            return true;
        });

    private Task<bool> IsLessonAsync(ActivityId lesson) =>
        db.Activities.AnyAsync(activity =>
            activity.Id == lesson && activity.Kind == ActivityKind.Lesson
        );

    private static LessonNote New(PersonId person, ActivityId lesson, DateTimeOffset now) =>
        new()
        {
            PersonId = person,
            ActivityId = lesson,
            Text = "",
            Revision = 0,
            SavedAt = now,
        };

    private static string Joined(string kept, string text) =>
        kept.Contains(text, StringComparison.Ordinal) ? kept
        : text.Contains(kept, StringComparison.Ordinal) ? text
        : $"{kept}\n\n{text}";
}
