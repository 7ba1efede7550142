using System.Globalization;

namespace Lms.Web.Content.Exchange;

/// <summary>Collects the good questions of one file.</summary>
internal sealed class TakenQuestions(ImportFile file)
{
    private const int Most = 5_000;

    private readonly List<ImportedQuestion> taken = [];
    private int seen;
    private string? firstName;
    private int firstNamed;

    /// <summary>Whether there have been too many; said once, at the first that is not read.</summary>
    public bool IsFull(int offset)
    {
        var (line, column) = file.PlaceOf(offset);
        return IsFull(line, column);
    }

    public bool IsFull(int line, int column)
    {
        if (file.IsHopeless || ++seen != Most + 1)
        {
            return file.IsHopeless || seen > Most;
        }

        var most = Most.ToString(CultureInfo.InvariantCulture);
        file.ReportAt(ExchangeTexts.TooManyQuestions, line, column, null, most);
        return true;
    }

    public void Add(ImportedQuestion? question, QuestionScope scope)
    {
        if (question is null || scope.IsRefused)
        {
            return;
        }

        if (firstName is null && question.Title is { Length: > 0 } name && name != question.Id)
        {
            (firstName, firstNamed) = (name, question.Line);
        }

        taken.Add(question);
    }

    public ImportedFile All()
    {
        if (firstName is not null)
        {
            file.ReportAt(ExchangeTexts.NamesNotKept, firstNamed, 1, null, firstName);
        }

        if (seen == 0 && file.Findings.Count == 0)
        {
            file.Report(ExchangeTexts.NoQuestions, 0);
        }

        return new(taken, file.Findings);
    }
}
