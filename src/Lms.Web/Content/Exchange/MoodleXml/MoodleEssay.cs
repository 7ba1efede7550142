using System.Globalization;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

internal sealed class MoodleEssay(
    XmlPart part,
    ForeignProse prose,
    QuestionScope scope,
    OnceInFile once
)
{
    private const int MostWords = 5_000;
    private const string WithoutText = "noinline";

    public ImportedAnswers Read()
    {
        var criteria = Criteria();
        SayLost();
        if (part.TextOf("responseformat") == WithoutText)
        {
            return new ImportedAnswers.FileUpload(criteria);
        }

        if (part.TextOf("attachments") is not ("" or "0"))
        {
            scope.Say(ExchangeTexts.NotRepresented, "attachments");
        }

        var isCount = int.TryParse(
            part.TextOf("minwordlimit"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var words
        );
        return new ImportedAnswers.Essay(
            isCount && words is > 0 and <= MostWords ? words : null,
            criteria
        );
    }

    /// <summary>Each line of the notes for graders.</summary>
    private IReadOnlyList<string> Criteria()
    {
        var notes = prose.Lines(part.ForeignOf("graderinfo", scope), scope);
        if (notes.Count > 0)
        {
            scope.Say(MoodleTexts.GraderNotes);
        }

        return notes;
    }

    private void SayLost()
    {
        if (part.TextOf("responsetemplate").Length > 0)
        {
            scope.Say(ExchangeTexts.NotRepresented, "responsetemplate");
        }

        if (part.TextOf("maxwordlimit") is not ("" or "0"))
        {
            scope.Say(ExchangeTexts.NotRepresented, "maxwordlimit");
        }

        if (part.TextOf("filetypeslist").Length > 0)
        {
            once.SayLost("filetypeslist", scope);
        }
    }
}
