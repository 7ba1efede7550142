namespace Lms.Web.Search;

/// <summary>
/// What one word in one document is worth: BM25 for the text, and above the most it can give the
/// places that say what the document is about (Robertson, Zaragoza 2009, with usual constants).
/// </summary>
/// <param name="averageLength">Words in the text of a document, over all that are searched.</param>
internal sealed class Bm25(double averageLength)
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.5f;

    private const float CourseTitle = 8;
    private const float LessonTitle = 5;
    private const float Heading = 3.4f;
    private const float TermTitle = 2.6f;
    private const float CodeOfCourse = 0.2f;

    private readonly float averageLength = (float)Math.Max(averageLength, 1);

    public float Of(Posting posting, Place place, int length)
    {
        if (place.Reach == Reach.Nothing)
        {
            return 0;
        }

        var kind = place.Document.Kind;
        var worth = 0f;
        if (posting.Places.HasFlag(Places.Title))
        {
            worth += TitleOf(kind);
        }

        if (posting.Places.HasFlag(Places.Code))
        {
            worth += kind == DocumentKind.Course ? CourseTitle : CodeOfCourse;
        }

        return place.Reach == Reach.Title ? worth : worth + TextOf(posting, length);
    }

    /// <summary>A word of few documents says more than one of many.</summary>
    public static float Rarity(int documents, int having) =>
        MathF.Log(1 + ((documents - having + 0.5f) / (having + 0.5f)));

    private float TextOf(Posting posting, int length)
    {
        var size = 1 - LengthShare + (LengthShare * length / averageLength);
        var text = posting.Count * (Saturation + 1) / (posting.Count + (Saturation * size));
        return posting.Places.HasFlag(Places.Heading) ? text + Heading : text;
    }

    private static float TitleOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Course => CourseTitle,
            DocumentKind.Lesson => LessonTitle,
            DocumentKind.Term => TermTitle,
        };
}
