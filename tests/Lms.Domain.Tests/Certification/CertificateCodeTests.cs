using System.Globalization;
using System.Numerics;
using CsCheck;
using Lms.Domain.Certification;

namespace Lms.Domain.Tests.Certification;

public sealed class CertificateCodeTests
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>All of printable ASCII, Cyrillic look-alikes, and what upper case could fold.</summary>
    private static readonly string Typed =
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code))
        + "АВЕКМНОРСТХІїоаіßıÅKﬀ０Ａ\0\t\n\u00a0\u2010\u2011\u2013\ufeff";

    private static readonly Gen<byte[]> Random = Gen.Byte.Array[16];
    private static readonly Gen<string> Code = Random.Select(bytes => CertificateCode.Of(bytes));

    [Theory]
    [InlineData("00000000000000000000000000000000", "000000000000000000000000000")]
    [InlineData("000102030405060708090a0b0c0d0e0f", "00041061050R3GG28A1C60T3GF6")]
    [InlineData("00000000000000000000000000000024", "00000000000000000000000014U")]
    [InlineData("ffffffffffffffffffffffffffffffff", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ*")]
    public void A_code_is_crockfords_base_32_with_his_check_character(string random, string code) =>
        Assert.Equal(code, CertificateCode.Of(Convert.FromHexString(random)));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Sixteen_bytes_make_a_code_and_no_other_number_does(int length) =>
        Assert.Throws<ArgumentException>(() => CertificateCode.Of(new byte[length]));

    [Fact]
    public void A_code_holds_every_random_bit() =>
        Random.Sample(bytes =>
        {
            var digits = CertificateCode.Of(bytes)[..26].Select(letter => Digits.IndexOf(letter));
            var number = digits.Aggregate(BigInteger.Zero, (sum, digit) => (sum << 5) + digit);
            return number == new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        });

    [Fact]
    public void A_code_is_read_as_it_is_written() =>
        Code.Sample(code => CertificateCode.Read(code) == code, iter: 1000);

    [Fact]
    public void Case_hyphens_and_spaces_are_free() =>
        Gen.Select(Code, Gen.Select(Gen.Char["- "].Array[0, 3], Gen.Bool).Array[28])
            .Sample(
                (code, marks) =>
                {
                    var letters = code.Select(
                        (letter, at) =>
                            new string(marks[at].Item1)
                            + (marks[at].Item2 ? char.ToLowerInvariant(letter) : letter)
                    );
                    var typed = string.Concat(letters) + new string(marks[27].Item1);
                    return CertificateCode.Read(typed) == code;
                }
            );

    [Fact]
    public void The_letters_o_i_and_l_read_as_the_digits_they_look_like() =>
        Gen.Select(Code, Gen.Char["Oo"], Gen.Char["IiLl"])
            .Sample(
                (code, nought, one) =>
                    CertificateCode.Read(code.Replace('0', nought).Replace('1', one)) == code
            );

    [Fact]
    public void Every_change_of_one_character_is_refused_look_alikes_apart() =>
        Code.Sample(
            code =>
            {
                for (var at = 0; at < code.Length; at++)
                {
                    foreach (var symbol in Typed)
                    {
                        var typed = code[..at] + symbol + code[(at + 1)..];
                        var expected = LooksLike(symbol) == code[at] ? code : null;
                        Assert.True(CertificateCode.Read(typed) == expected, $"{code} as {typed}");
                    }
                }
            },
            iter: 50
        );

    [Fact]
    public void Two_neighbours_exchanged_are_refused() =>
        Code.Sample(code =>
        {
            for (var at = 1; at < code.Length; at++)
            {
                if (code[at - 1] != code[at])
                {
                    var typed = code[..(at - 1)] + code[at] + code[at - 1] + code[(at + 1)..];
                    Assert.True(CertificateCode.Read(typed) is null, $"{code} as {typed}");
                }
            }
        });

    [Fact]
    public void A_character_lost_or_doubled_is_refused() =>
        Gen.Select(Code, Gen.Int[0, 26])
            .Sample(
                (code, at) =>
                    CertificateCode.Read(code.Remove(at, 1)) is null
                    && CertificateCode.Read(code.Insert(at, code[at].ToString())) is null
            );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("---")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000")]
    [InlineData("0000000000000000000000000000")]
    public void A_code_of_another_length_is_none(string typed) =>
        Assert.Null(CertificateCode.Read(typed));

    [Fact]
    public void A_page_of_text_is_none() =>
        Assert.Null(CertificateCode.Read(new string('0', 1_000_000)));

    [Fact]
    public void Junk_is_none_and_never_an_exception() =>
        Gen.OneOf(Gen.String, Gen.Char.Array[27].Select(letters => new string(letters)))
            .Sample(typed => CertificateCode.Read(typed) is null, iter: 2000);

    [Fact]
    public void Characters_of_a_code_in_any_order_never_raise_an_exception() =>
        Gen.Char[Digits + "*~$=U-"]
            .Array[25, 29]
            .Select(letters => new string(letters))
            .Sample(typed => CertificateCode.Read(typed) is null or { Length: 27 }, iter: 2000);

    [Fact]
    public void A_turkish_machine_reads_the_same_code()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        var code = CertificateCode.Of(Convert.FromHexString("01000000000000000000000000000000"));

        Assert.Contains('1', code);
        Assert.Equal(code, CertificateCode.Read(code.Replace('1', 'i').ToLowerInvariant()));
    }

    /// <summary>The symbol a typed one stands for, by the list in Crockford's specification.</summary>
    private static char LooksLike(char symbol) =>
        symbol switch
        {
            'O' or 'o' => '0',
            'I' or 'i' or 'L' or 'l' => '1',
            >= 'a' and <= 'z' => (char)(symbol - 'a' + 'A'),
            _ => symbol,
        };
}
