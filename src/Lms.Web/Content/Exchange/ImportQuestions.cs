using Lms.Web.Content.Exchange.Bank;

namespace Lms.Web.Content.Exchange;

/// <summary>Reads a file of questions and writes a bank: to the screen, or into a course.</summary>
internal sealed class ImportQuestions(TextWriter output, TextWriter error, string language)
{
    /// <returns>0 when all was taken, 1 when something was refused, 2 on wrong use.</returns>
    public int Run(string path, string format, string? into)
    {
        var place = into is null ? null : BankPlace.Of(into);
        if (into is not null && place is null)
        {
            error.WriteLine(
                $"{into}: банк має бути файлом <курс>/banks/<слаг>.bank.md | a bank is a file <course>/banks/<slug>.bank.md"
            );
            return 2;
        }

        var file = ImportFile.Open(path);
        var read = ExchangeFormats.Read(format, file);
        if (place?.Read(file) is not { } existing)
        {
            if (place is not null)
            {
                return Tell(output, file, 0);
            }

            existing = "";
        }

        var title = Path.GetFileNameWithoutExtension(path);
        var bank = existing.Length == 0 ? BankText.New(title) : BankText.Of(existing);
        var added = bank.Add(read.Questions, file);
        return place is null ? Print(bank, file, added) : Save(place, bank, file, added);
    }

    /// <summary>Findings apart from the bank, which may go into a file.</summary>
    private int Print(BankText bank, ImportFile file, int added)
    {
        if (added > 0)
        {
            output.Write(bank.ToString());
        }

        return Tell(error, file, added);
    }

    private int Save(BankPlace place, BankText bank, ImportFile file, int added)
    {
        try
        {
            if (added > 0)
            {
                place.Write(bank.ToString());
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{place.Path}: не вдалося записати | cannot be written");
            return 1;
        }

        var told = Tell(output, file, added);
        return Checked(place) && told == 0 ? 0 : 1;
    }

    /// <summary>What the reader of courses says of the bank as it stands now.</summary>
    private bool Checked(BankPlace place)
    {
        if (!place.Exists || CourseFile.Check(place.Path) is not { } bank)
        {
            return true;
        }

        foreach (var finding in bank.Findings)
        {
            output.WriteLine(finding.Print(language));
        }

        var errors = bank.Findings.Count(finding => finding.Severity == Severity.Error);
        output.WriteLine(
            $"checked {bank.Path}: errors {errors}, warnings {bank.Findings.Count - errors}"
        );
        return errors == 0;
    }

    private int Tell(TextWriter to, ImportFile file, int added)
    {
        foreach (var finding in file.Findings)
        {
            to.WriteLine(finding.Print(language));
        }

        var errors = file.Findings.Count(finding => finding.Severity == Severity.Error);
        to.WriteLine($"taken {added}, errors {errors}, warnings {file.Findings.Count - errors}");
        return errors == 0 ? 0 : 1;
    }
}
