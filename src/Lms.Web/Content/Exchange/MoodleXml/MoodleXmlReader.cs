using System.Xml;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Content.Exchange.Prose;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>
/// Reads Moodle XML (question/format/xml, docs.moodle.org «Moodle XML format»). What comes before a
/// broken place is taken.
/// </summary>
internal sealed class MoodleXmlReader
{
    private readonly ImportFile file;
    private readonly TakenQuestions taken;
    private readonly ForeignProse prose = new();
    private readonly OnceInFile once = new();
    private string? category;

    private MoodleXmlReader(ImportFile file) => (this.file, taken) = (file, new(file));

    public static ImportedFile Read(ImportFile file) => new MoodleXmlReader(file).Read();

    private ImportedFile Read()
    {
        if (XmlTree.HasTooManyAttributes(file.Text))
        {
            file.Report(MoodleTexts.TooDeep, 0);
            return taken.All();
        }

        if (XmlTree.DoctypeOf(file.Text) is >= 0 and var doctype)
        {
            file.Report(MoodleTexts.Dtd, doctype);
            return taken.All();
        }

        using var reader = XmlTree.Open(file.Text);
        try
        {
            if (file.Text.Length > 0)
            {
                Walk(reader);
            }
        }
        catch (XmlException broken)
        {
            var (line, column) = (Math.Max(1, broken.LineNumber), Math.Max(1, broken.LinePosition));
            file.ReportAt(MoodleTexts.Malformed, line, column, null);
        }
        catch (TooDeepException)
        {
            var place = (IXmlLineInfo)reader;
            file.ReportAt(MoodleTexts.TooDeep, place.LineNumber, place.LinePosition, null);
        }

        return taken.All();
    }

    private void Walk(XmlReader reader)
    {
        var tree = new XmlTree(reader);
        while (tree.Move())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var place = (IXmlLineInfo)reader;
            var (line, column) = (place.LineNumber, Math.Max(1, place.LinePosition - 1));
            if (reader.Depth == 0 && reader.LocalName != "quiz")
            {
                var name = reader.LocalName;
                var nearest = Nearest.To(name, ["quiz"]);
                file.ReportAt(MoodleTexts.NotQuiz, line, column, nearest, name);
                return;
            }

            if (reader.Depth == 1 && reader.LocalName == "question")
            {
                if (!Take(tree, new QuestionScope(file, line, column), line, column))
                {
                    return;
                }
            }
        }
    }

    /// <summary>False when there have been too many.</summary>
    private bool Take(XmlTree tree, QuestionScope scope, int line, int column)
    {
        var part = tree.Take();
        if (part?.Attributes.GetValueOrDefault("type") == "category")
        {
            category = part.TextOf("category");
            return true;
        }

        if (taken.IsFull(line, column))
        {
            return false;
        }

        if (part is null)
        {
            scope.Say(MoodleTexts.TooManyParts);
            return true;
        }

        var question = new MoodleQuestion(part, prose, scope, once).Read();
        var tag = Tags.Of([.. question?.Tags ?? [], Tags.Last(category)]);
        taken.Add(question is null ? null : question with { Tags = tag }, scope);
        return true;
    }
}
