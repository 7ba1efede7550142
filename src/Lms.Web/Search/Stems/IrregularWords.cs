using System.Collections.Frozen;

namespace Lms.Web.Search.Stems;

/// <summary>Words whose forms no rule brings together. A line is one word; its first form names it.</summary>
internal static class IrregularWords
{
    private const string Lines = """
        дитина дитини дитині дитину дитиною дитино діти дітей дітям дітьми дітях діток дітки
        людина людини людині людину людиною людино люди людей людям людьми людях
        рік року роком році роки років рокам роками роках
        сімя сімї сімю сімєю сімей сімям сімями сімях
        імя імені імям іменем імена імен іменам іменами іменах
        правило правила правилу правилом правилі правил правилам правилами правилах
        світло світла світлу світлом світлі
        відповісти відповів відповіла відповіли відповім відповість відповідять відповісте
        розповісти розповів розповіла розповіли розповім розповість розповідять розповісте
        день дня дню днем дні днів дням днями днях
        тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях
        дівчина дівчини дівчині дівчину дівчиною дівчин дівчата дівчат дівчатам дівчатами дівчатах
        child children childrens childs
        person persons people peoples
        woman women womans womens
        man men mans mens
        """;

    private static readonly FrozenDictionary<string, string> Stems = Read();

    public static string? StemOf(string word) => Stems.GetValueOrDefault(word);

    private static FrozenDictionary<string, string> Read() =>
        Lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(forms => forms.Select(form => (form, stem: $"{forms[0]}=")))
            .ToFrozenDictionary(pair => pair.form, pair => pair.stem, StringComparer.Ordinal);
}
