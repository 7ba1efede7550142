using Lms.Web.Pdf;

namespace Lms.Web.Tests.Pdf;

/// <summary>A certificate as it is issued in Sumy, and the ways it differs in a test.</summary>
internal static class SampleCertificate
{
    public static readonly DateTimeOffset IssuedAt = new(2026, 3, 14, 7, 30, 0, TimeSpan.Zero);

    public static CertificateSheetText Text { get; } =
        new(
            "uk",
            "Сертифікат № 2026-000417",
            "Професійна ліга соціальних працівників Сумської області",
            "ЄДРПОУ 12345678 · м. Суми",
            "СЕРТИФІКАТ",
            "про успішне завершення навчання",
            "Ґудзенко-Мар’яненко Наталія Їванівна",
            "успішно завершив(-ла) курс",
            "Протидія торгівлі людьми: виявлення, перенаправлення та допомога у громаді",
            [
                ("Обсяг", "30 годин (1,0 кредиту ЄКТС)"),
                ("Форма навчання", "дистанційна: 24 год самостійно, 6 год наживо"),
                ("Результат", "зараховано, 92 %"),
                ("Редакція законодавства", "станом на 1 березня 2026 року"),
                ("Чинний до", "14 березня 2029 року (за рішенням організатора)"),
                ("Реєстраційний номер", "2026-000417"),
                ("Код перевірки", "7G4K-2M9P-XQ1T-8RVW-3ZHC-5NBD-J6"),
            ],
            Outcomes(4),
            "Голова правління Олена Кравченко",
            "https://navchannia.example.org/verify",
            "Перевірити справжність: наведіть камеру на код",
            "QR-код відкриває сторінку перевірки",
            "Визнання результатів — за рішенням роботодавця або органу.",
            "Результати навчання"
        );

    public static byte[] Draw(CertificateSheetText text) =>
        CertificateSheet.Draw(text, Modules(), IssuedAt);

    public static IReadOnlyList<string> Outcomes(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => $"Перенаправляє за згодою до служб, а дитину — негайно ({n})"),
        ];

    /// <summary>
    /// Like a code of version 25: 117 modules with dark corners, without its margin.
    /// </summary>
    public static bool[,] Modules()
    {
        const int Side = 117;
        var modules = new bool[Side, Side];
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                modules[row, column] = (row * 31 + column * 17 + row * column) % 7 < 3;
            }
        }

        modules[0, 0] = modules[0, Side - 1] = modules[Side - 1, 0] = true;
        return modules;
    }
}
