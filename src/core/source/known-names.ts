import { plainHeader } from './plain-header.ts'

/** Lists are written as text, names parted by commas. */
const listed = (text: string): readonly string[] => text.split(',').map(plainHeader).filter(Boolean)

/** Headers of columns that name accounts by a key, the surest first. */
export const KEY_HEADERS: readonly string[] = [
  ...listed(`account id, account key, customer id, company id, organization id, organisation id, client id,
    record id, account external id, external id, sfdc account id, gsid, id, key, account number,
    customer number, client number, account no, customer no, customer code, client code, account code`),
  // German, Dutch, Swedish, Danish and Norwegian, Finnish
  ...listed(`Kunden-ID, Kundennummer, Kunde-Nr, Kunden-Nr, Kd-Nr, KdNr, Kundenkennung, Debitorennummer, Debitoren-Nr, Debitor-Nr,
    Firmennummer, Klantnummer, Klantnr, Klant-ID, Klantcode, Debiteurnummer, Debiteurnr, Kundnummer, Kundnr, Kund-ID,
    Kundenummer, Kundenr, Kunde-ID, Asiakasnumero, Asiakastunnus, Asiakasnro, Asiakas-ID`),
  // French, Spanish, Portuguese, Italian, Romanian
  ...listed(`N° client, No client, Numéro client, Numéro de client, Code client, Référence client, Réf client, ID client,
    Identifiant client, Nº cliente, Nº de cliente, Número cliente, Número de cliente, Código cliente, Código de cliente,
    Cód cliente, ID cliente, ID de cliente, Código do cliente, Número do cliente, ID do cliente, Codice cliente,
    Cod cliente, Numero cliente, Cod client, Număr client`),
  // Polish, Czech, Hungarian, Turkish, Russian, Ukrainian, Greek
  ...listed(`Nr klienta, Numer klienta, Kod klienta, ID klienta, Kod kontrahenta, Numer kontrahenta, Číslo zákazníka,
    Kód zákazníka, ID zákazníka, Ügyfélszám, Ügyfélkód, Ügyfélazonosító, Vevőkód, Partnerkód, Müşteri No,
    Müşteri Numarası, Müşteri Kodu, Müşteri ID, Cari Kod, Cari Kodu, Номер клиента, Код клиента, ID клиента,
    Код контрагента, Код клієнта, Номер клієнта, ID клієнта, Κωδικός πελάτη, Κωδ πελάτη`),
  // Japanese, Chinese, Korean, Arabic, Hebrew, Thai, Vietnamese, Indonesian, Hindi
  ...listed(`顧客番号, 顧客ID, 顧客コード, 取引先ID, 取引先コード, 取引先番号, 得意先コード, 得意先番号, 会員番号, 客户编号, 客户ID, 客户号,
    客户代码, 客戶編號, 客戶代碼, 客戶ID, 고객번호, 고객ID, 고객코드, 거래처코드, رقم العميل, معرف العميل, מספר לקוח, รหัสลูกค้า,
    Mã khách hàng, Mã KH, Nomor pelanggan, Kode pelanggan, ID pelanggan, ग्राहक संख्या`),
]

/** Headers of columns that name accounts for people. */
export const NAME_HEADERS: readonly string[] = [
  ...listed('account name, company name, customer name, account, company, customer, name'),
  ...listed(`Kundenname, Firmenname, Firma, Unternehmen, Kunde, Klantnaam, Bedrijfsnaam, Bedrijf, Klant, Naam, Kundnamn,
    Företag, Kund, Kundenavn, Virksomhed, Asiakkaan nimi, Yritys, Asiakas`),
  ...listed(`Nom du client, Nom client, Raison sociale, Société, Entreprise, Client, Nom, Razón social, Empresa,
    Nombre del cliente, Nombre cliente, Cliente, Nombre, Razão social, Nome do cliente, Nome cliente, Nome,
    Ragione sociale, Azienda, Società, Denumire, Nume client`),
  ...listed(`Nazwa klienta, Nazwa firmy, Kontrahent, Klient, Nazwa, Zákazník, Název, Ügyfélnév, Cégnév, Ügyfél, Cég,
    Müşteri Adı, Unvan, Ünvan, Müşteri, Название, Наименование, Компания, Контрагент, Клиент, Назва, Клієнт,
    Επωνυμία, Πελάτης`),
  ...listed(`顧客名, 会社名, 取引先名, 企業名, 得意先名, 客户名称, 公司名称, 客户, 公司, 名称, 客戶名稱, 公司名稱, 고객명, 회사명,
    거래처명, اسم العميل, الاسم, שם לקוח, ชื่อลูกค้า, Tên khách hàng, Nama pelanggan`),
]

/** Headers of columns that say who looks after an account. */
export const OWNER_HEADERS: readonly string[] = [
  ...listed(`Betreuer, Betreuerin, Kundenbetreuer, Kundenberater, Sachbearbeiter, Zuständig, Verantwortlich,
    Verantwortlicher, Account-Betreuer, Vertriebsmitarbeiter, Accountbeheerder, Klantbeheerder, Verantwoordelijke,
    Ansvarig, Kundansvarig, Ansvarlig, Kundeansvarlig, Vastuuhenkilö, Asiakasvastaava`),
  ...listed(`Responsable, Propriétaire, Chargé de clientèle, Chargée de clientèle, Chargé de compte, Gestionnaire,
    Propietario, Gestor, Gestor de cuenta, Ejecutivo de cuenta, Responsável, Proprietário,
    Gestor de contas, Gerente de contas, Responsabile, Proprietario, Gestore, Responsabil, Proprietar`),
  ...listed(`Opiekun, Opiekun klienta, Właściciel, Správce, Odpovědná osoba, Vlastník, Felelős, Ügyfélfelelős, Temsilci,
    Müşteri Temsilcisi, Sorumlu, Менеджер, Ответственный, Владелец, Відповідальний, Υπεύθυνος`),
  ...listed(`担当者, 担当, 営業担当, 営業担当者, 所有者, 负责人, 客户经理, 所有人, 負責人, 業務負責人, 담당자, 소유자, المسؤول,
    Người phụ trách, Penanggung jawab`),
]

/** Headers of columns that say when a contract ends or is renewed. */
export const RENEWAL_HEADERS: readonly string[] =
  listed(`Vertragsende, Vertragsablauf, Laufzeitende, Verlängerung, Verlängerungsdatum,
  Verlengingsdatum, Einddatum contract, Contracteinde, Förnyelsedatum, Avtalsslut, Fornyelsesdato, Date de renouvellement,
  Renouvellement, Fin de contrat, Fecha de renovación, Renovación, Fin de contrato, Data de renovação, Fim do contrato,
  Data di rinnovo, Rinnovo, Scadenza contratto, Data odnowienia, Koniec umowy, Дата продления, Окончание договора,
  契約終了日, 契約更新日, 续约日期, 合同到期日, 계약종료일, 갱신일`)

/** Headers of columns that say what an account is worth. */
export const VALUE_HEADERS: readonly string[] =
  listed(`Vertragswert, Monatsumsatz, Umsatz, Contractwaarde, Omzet, Kontraktsvärde, Valeur du contrat,
  Montant du contrat, Valor del contrato, Ingresos, Valor do contrato, Receita, Valore contratto, Valore del contratto,
  Fatturato, Wartość umowy, Hodnota smlouvy, Сумма договора, Выручка, 契約金額, 合同金额, 계약금액`)
