using Lms.Web.Content;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Author;

/// <summary>What publishing came to, as a sentence for its author.</summary>
public sealed record ToldAnswer(string Sentence, bool IsRefusal);

/// <summary>Publishes the draft on disk, as the buttons on <c>/author</c> and on the course's page do.</summary>
public sealed class PublishDraft(Drafts drafts, Publish publish)
{
    /// <summary>Null when there is no such folder.</summary>
    public async Task<ToldAnswer?> RunAsync(string slug, Texts texts)
    {
        if (drafts.Find(slug) is not { } found)
        {
            return null;
        }

        return found is { IsClean: true, Draft: { } draft }
            ? WordsOf(await publish.RunAsync(draft), draft.Manifest.Title, texts)
            : new(texts.Fill("author.answer.errors", found.Slug), IsRefusal: true);
    }

    private static ToldAnswer WordsOf(PublishAnswer answer, string title, Texts texts) =>
        answer switch
        {
            PublishAnswer.Published published => new(
                texts.Fill("author.answer.published", title, published.Number),
                IsRefusal: false
            ),
            PublishAnswer.Unchanged unchanged => new(
                texts.Fill("author.answer.unchanged", title, unchanged.Number),
                IsRefusal: false
            ),
            PublishAnswer.RevisionMustRise must => new(
                texts.Fill("author.answer.revision", title, must.Newest + 1),
                IsRefusal: true
            ),
            PublishAnswer.KindChanged changed => new(
                texts.Fill("author.answer.kind", title, changed.Activity),
                IsRefusal: true
            ),
            PublishAnswer.FilesChanged => new(
                texts.Fill("author.answer.files", title),
                IsRefusal: true
            ),
            var other => throw new InvalidOperationException($"No words for {other}."),
        };
}
