using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>
/// The questions of a published version: the source, whose keys judge, and the words in the reader's
/// language where there are any that fit.
/// </summary>
public sealed class PaperText
{
    private readonly PublishedText source;
    private readonly PublishedText read;
    private readonly Quiz? translated;
    private readonly PublishedText? rejudged;

    private PaperText(PublishedText source, PublishedText read, Func<PublishedText, Quiz?> quiz)
    {
        this.source = source;
        this.read = read;
        Source = quiz(source)!;
        translated = quiz(read);
    }

    /// <summary>Of a quiz.</summary>
    public PaperText(PublishedActivity activity, string language)
        : this(activity.Text, activity.In(language), text => text.Quiz) { }

    /// <summary>Of a quiz that a later version's keys have judged.</summary>
    public PaperText(PublishedActivity taken, PublishedActivity judging, string language)
        : this(taken, language)
    {
        Source = Source.JudgedBy(judging.Quiz!);
        rejudged = judging.In(language);
    }

    /// <summary>Of the questions for practice in a lesson.</summary>
    public static PaperText OfPractice(PublishedActivity lesson, string language) =>
        new(lesson.Text, lesson.In(language), text => new(new() { Shuffle = true }, text.Practice));

    /// <summary>With its keys: never handed to a page.</summary>
    public Quiz Source { get; }

    public string Title => read.Title;

    public string TitleLanguage => read.Language;

    /// <summary>The question as the reader reads it, and in which language that is.</summary>
    public (Question Question, string Language) WordsOf(string id)
    {
        var asked = Source.Question(id);
        return
            translated?.Find(id) is { } words
            && HaveSameShape(asked, words)
            && Explained(asked, words) is { } explained
            ? (explained, read.Language)
            : (asked, source.Language);
    }

    /// <summary>The words with the explanation of the key that judges; null when they have another's.</summary>
    private Question? Explained(Question asked, Question words) =>
        rejudged is null || ReferenceEquals(asked, source.Quiz!.Question(asked.Id)) ? words
        : rejudged.Language == read.Language && rejudged.Quiz?.Find(asked.Id) is { } now
            ? words.JudgedBy(now)
        : null;

    // A translation that has fallen behind may lack an option: its words would stand at wrong places.
    private static bool HaveSameShape(Question one, Question other) =>
        (one, other) switch
        {
            (ChoiceQuestion a, ChoiceQuestion b) => a.Kind == b.Kind
                && a.Options.Count == b.Options.Count,
            (Matching a, Matching b) => a.Pairs.Count == b.Pairs.Count
                && a.DistractorsHtml.Count == b.DistractorsHtml.Count,
            (Ordering a, Ordering b) => a.StepsHtml.Count == b.StepsHtml.Count,
            (Cloze a, Cloze b) => a
                .Gaps.Select(gap => gap.OptionsHtml.Count)
                .SequenceEqual(b.Gaps.Select(gap => gap.OptionsHtml.Count)),
            _ => one.Kind == other.Kind,
        };
}
