using System.Text;
using Lms.Web.Content;
using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Bank;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Short ways to read a file of questions and to see what became of it.</summary>
internal static class Importing
{
    public static ImportedFile Read(string format, string text) =>
        Read(format, Encoding.UTF8.GetBytes(text));

    public static ImportedFile Read(string format, byte[] bytes) =>
        ExchangeFormats.Read(format, ImportFile.Of("f", bytes));

    public static ImportedQuestion Only(this ImportedFile read)
    {
        Assert.DoesNotContain(read.Findings, finding => finding.Severity == Severity.Error);
        return Assert.Single(read.Questions);
    }

    public static string Markdown(this ImportedQuestion question) =>
        BankWriter.Write(question).Markdown;

    /// <summary>The only question as the bank has it, its id apart.</summary>
    public static string OnlyMarkdown(this ImportedFile read)
    {
        var (id, markdown) = BankWriter.Write(read.Only());
        return markdown.Replace($"#{id}", "#q", StringComparison.Ordinal);
    }

    /// <summary>Place and code of each finding.</summary>
    public static string[] Places(this ImportedFile read) =>
        [.. read.Findings.Select(finding => $"{finding.Line}:{finding.Column} {finding.Code}")];
}
