using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Web.Access;
using Lms.Web.Content.Assets;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Content;

/// <summary>What publishing a clean draft came to.</summary>
public abstract record PublishAnswer
{
    private PublishAnswer() { }

    public sealed record Published(int Number) : PublishAnswer;

    /// <summary>The version stands already, with the same bytes.</summary>
    public sealed record Unchanged(int Number) : PublishAnswer;

    /// <summary>The files changed and <c>revision</c> did not rise above <paramref name="Newest"/>.</summary>
    public sealed record RevisionMustRise(int Newest) : PublishAnswer;

    /// <summary>An activity's slug named another kind of activity in an earlier version.</summary>
    public sealed record KindChanged(string Activity) : PublishAnswer;

    /// <summary>A picture or recording is no longer what was checked.</summary>
    public sealed record FilesChanged : PublishAnswer;
}

/// <summary>Makes an immutable version of a draft; activities keep their ids from version to version.</summary>
public sealed class Publish(
    LmsDatabase database,
    CurrentViewer current,
    PublishedCourses courses,
    CarryLearners carry,
    MediaStore media,
    TimeProvider time
) : IAsyncDisposable
{
    // An author sees no learner; publishing moves them all.
    private readonly LmsDbContext db = database.Open(Viewer.System("publish a course"));

    public ValueTask DisposeAsync() => db.DisposeAsync();

    public async Task<PublishAnswer> RunAsync(CourseDraft draft)
    {
        if (!await media.KeepAsync(draft.Media))
        {
            return new PublishAnswer.FilesChanged();
        }

        var answer = await db.WriteAsync(() => InsideAsync(draft));
        courses.Forget();
        return answer;
    }

    private async Task<PublishAnswer> InsideAsync(CourseDraft draft)
    {
        var course = await db
            .Courses.Include(c => c.Activities)
            .SingleOrDefaultAsync(c => c.Slug == draft.Slug);
        if (course is null)
        {
            course = new Course { Id = new(time.NewId()), Slug = draft.Slug };
            db.Courses.Add(course);
        }

        var newest = await db
            .CourseVersions.Where(v => v.CourseId == course.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.ContentHash })
            .FirstOrDefaultAsync();
        if (newest is not null && draft.Revision <= newest.Number)
        {
            return draft.Revision == newest.Number && draft.ContentHash == newest.ContentHash
                ? new PublishAnswer.Unchanged(newest.Number)
                : new PublishAnswer.RevisionMustRise(newest.Number);
        }

        draft = await new SettleBlocks(db, course).RunAsync(draft);
        var version = new CourseVersion
        {
            Id = new(time.NewId()),
            CourseId = course.Id,
            Number = draft.Revision,
            ContentHash = draft.ContentHash,
            PublishedAt = time.Now(),
            Manifest = draft.Manifest,
        };
        foreach (var (position, activity) in draft.Activities.Index())
        {
            var stable = course.Activities.Find(known => known.Slug == activity.Slug);
            if (stable is not null && stable.Kind != activity.Kind)
            {
                return new PublishAnswer.KindChanged(activity.Slug);
            }

            if (stable is null)
            {
                stable = new Activity
                {
                    Id = new(time.NewId()),
                    CourseId = course.Id,
                    Slug = activity.Slug,
                    Kind = activity.Kind,
                };
                db.Activities.Add(stable);
            }

            version.Activities.Add(VersionOf(activity, stable.Id, version, position));
        }

        version.Banks.AddRange(draft.Banks.SelectMany(bank => TextsOf(bank, version)));

        db.CourseVersions.Add(version);
        db.Audit.Add(
            new AuditEntry
            {
                At = version.PublishedAt,
                Action = AuditAction.CoursePublished,
                Actor = current.Viewer.Account,
                Detail = $"{draft.Slug} {draft.Revision}",
            }
        );
        await db.SaveChangesAsync();
        await carry.AllInsideAsync(db, course.Id, OutlineOf(version));
        return new PublishAnswer.Published(version.Number);
    }

    private static VersionOutline OutlineOf(CourseVersion version) =>
        new(
            version.Id,
            version.Number,
            version.Activities.Select(activity => activity.ActivityId).ToHashSet()
        );

    private static ActivityVersion VersionOf(
        ActivityDraft draft,
        ActivityId activity,
        CourseVersion version,
        int position
    )
    {
        var made = new ActivityVersion
        {
            CourseVersionId = version.Id,
            ActivityId = activity,
            Position = position,
            Module = draft.ModuleIndex,
            Slug = draft.Slug,
            Kind = draft.Kind,
            Minutes = draft.Minutes,
            CountsForCompletion =
                draft.CountsForCompletion && version.Manifest.Completion.Counts(draft.Kind),
            End = draft.End,
        };
        made.Texts.Add(TextOf(made, version.Manifest.Language, draft.Words));
        made.Texts.AddRange(
            draft.Translations.Select(words => TextOf(made, words.Key, words.Value))
        );
        return made;
    }

    private static ActivityText TextOf(
        ActivityVersion version,
        string language,
        ActivityWords words
    ) =>
        new()
        {
            CourseVersionId = version.CourseVersionId,
            ActivityId = version.ActivityId,
            Language = language,
            Title = words.Title,
            IsStale = words.IsStale,
            Lesson = words.Lesson is { } lesson
                ? lesson with
                {
                    Html = "",
                    Practice = words.Practice.Count == 0 ? null : QuizJson.Keep(words.Practice),
                }
                : null,
            Body = words.Lesson is { } text ? PackedHtml.Pack(text.Html) : null,
            Quiz = words.Quiz is { } quiz ? QuizJson.Keep(quiz) : null,
            Case = words.Case is { } branching ? QuizJson.Keep(branching) : null,
            Deck = words.Deck,
        };

    private static IEnumerable<BankText> TextsOf(BankDraft bank, CourseVersion version) =>
        bank
            .Translations.Prepend(new(version.Manifest.Language, bank.Questions))
            .Select(inOne => new BankText
            {
                CourseVersionId = version.Id,
                Slug = bank.Slug,
                Language = inOne.Key,
                Questions = QuizJson.Keep(inOne.Value),
            });
}
