using Lms.Web.Content;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>A draft as its learners would see it.</summary>
/// <param name="Course">Null when its course.md cannot be read.</param>
/// <param name="Stamp">Of the folder, taken before it was read.</param>
public sealed record DraftPreview(
    string Slug,
    PublishedCourse? Course,
    IReadOnlyList<Finding> Findings,
    string Stamp
)
{
    public string Address => $"/author/{Slug}/preview";
}

/// <summary>Reads a draft for its preview. Nothing is stored.</summary>
public sealed class Previews(Drafts drafts, DraftCourses courses, LmsSettings settings)
{
    /// <summary>Null when there is no such folder.</summary>
    public async Task<DraftPreview?> FindAsync(string slug)
    {
        var stamp = FolderStamp.Of(settings, slug);
        if (stamp is null || drafts.Find(slug, Drafts.PreviewMedia) is not { } found)
        {
            return null;
        }

        return new(
            slug,
            found.Draft is { } draft
                ? await courses.OfAsync(found.IsClean ? draft : Readable(draft))
                : null,
            found.Findings,
            stamp
        );
    }

    /// <summary>
    /// Of a draft with errors the texts alone: what cannot be played or graded yet is left out, and the
    /// page says so.
    /// </summary>
    private static CourseDraft Readable(CourseDraft draft) =>
        draft with
        {
            Activities =
            [
                .. draft.Activities.Select(activity =>
                    activity with
                    {
                        Words = Readable(activity.Words),
                        Translations = activity.Translations.ToDictionary(
                            words => words.Key,
                            words => Readable(words.Value)
                        ),
                    }
                ),
            ],
            Banks = [],
        };

    private static ActivityWords Readable(ActivityWords words) =>
        words with
        {
            Practice = [],
            Quiz = null,
            Case = null,
        };
}
