import { alias, attribute, less, more, role, type Alias } from './alias.ts'

/** What German, French and Spanish files say of accounts; behind all that is said in English. Keys, names and owners: `known-names.ts`. */
export const ALIASES_OF_LANGUAGES: readonly Alias[] = [
  alias(
    role('outcome'),
    'gekundigt kundigung abgewandert churnkennzeichen resilie resiliation baja cancelado',
    'resilie, dado de baja',
  ),
  alias(
    less('usage', 'date'),
    'letzterlogin letzteanmeldung letztenutzung letzteaktivitat letztebestellung letzterzugriff letzterkauf dernierelogin derniereconnexion dernierecommande ultimoacceso ultimaconexion ultimopedido ultimacompra',
    'letzter login, letzte anmeldung, letzte nutzung, letzte bestellung, letzter kauf, derniere connexion, derniere commande, ultima conexion, ultimo acceso, ultimo pedido, ultima compra',
  ),
  alias(
    less('relationship', 'date'),
    'letzterkontakt letztesgesprach letzterbesuch letztertermin dernierrdv derniercontact ultimocontacto ultimareunion',
    'letzter kontakt, letztes gesprach, letzter besuch, letzter termin, dernier contact, dernier rendez, ultimo contacto, ultima reunion',
  ),
  alias(
    less('financial', 'burden'),
    'mahnungen mahnstufe zahlungsverzug verzugstage offeneposten',
    'uberfallig, uberfallige, uberfalliger, mahnung, mahnungen, mahnstufe, zahlungsverzug, zahlungsruckstand, unbezahlte, facture impayee, retard paiement, relance, factura vencida, factura pendiente, impago, impagado',
  ),
  alias(
    less('support', 'burden'),
    'beschwerden reklamationen storungen supportanfragen reclamations incidencias quejas',
    'beschwerde, beschwerden, reklamation, reklamationen, storung, storungen, supportanfrage, supportanfragen, supportfalle, reclamation, demande support, incidencia, queja, reclamacion',
  ),
  alias(
    more('satisfaction', 'rating'),
    'zufriedenheit kundenzufriedenheit bewertung satisfaccion satisfactionclient',
    'zufriedenheit, kundenzufriedenheit, bewertung, satisfaccion, note client',
  ),
  alias(
    more('satisfaction', 'sentiment'),
    'stimmung ampel kundenstimmung einschatzung humeur semaforo',
    'stimmung, ampel, humeur, semaforo',
  ),
  alias(
    more('usage', 'rate'),
    'nutzungsgrad nutzungsquote auslastung tauxdutilisation tasadeuso adopcion',
    'nutzungsgrad, nutzungsquote, auslastung, taux utilisation, tasa uso',
  ),
  alias(
    more('usage', 'active-users'),
    'aktivenutzer aktivebenutzer nutzer benutzer utilisateursactifs usuariosactivos usuarios utilisateurs',
    'aktive nutzer, aktive benutzer, aktiver nutzer, utilisateur actif, usuario activo',
  ),
  alias(
    more('usage', 'count'),
    'anmeldungen sitzungen nutzung bestellungen bestellmenge aufrufe connexions commandes conexiones pedidos accesos',
    'anmeldung, anmeldungen, sitzung, sitzungen, aufruf, aufrufe, bestellung, bestellungen, connexion, commande, conexion, pedido, acceso',
  ),
  alias(
    more('relationship', 'count'),
    'termine kontakte besuche schulungen reunions reuniones visitas',
    'schulung, schulungen, kundentermine, reunion, formation',
  ),
  alias(
    more('relationship', 'term'),
    'vertragslaufzeit laufzeit abrechnungszeitraum zahlungsweise dureeducontrat duraciondelcontrato',
    'vertragslaufzeit, abrechnungszeitraum, duree contrat, duracion contrato',
  ),
  alias(
    more('relationship', 'tenure'),
    'kundeseit vertragsbeginn clientdepuis clientedesde antiguedad anciennete',
    'kunde seit, client depuis, cliente desde',
  ),
  alias(attribute('segment'), 'kundensegment kundengruppe kundenklasse abcklasse'),
  alias(attribute('plan'), 'tarif produkt paket forfait formule abonnement producto tarifa'),
  alias(
    attribute('industry'),
    'branche wirtschaftszweig secteur secteurdactivite sector industria',
  ),
  alias(
    attribute('place'),
    'land bundesland ort stadt standort gebiet vertriebsgebiet pays ville region pais ciudad provincia',
  ),
  alias(
    attribute('type'),
    'kundentyp kundenart kundenstatus typeclient typedeclient tipocliente tipodecliente',
  ),
  alias(attribute('lifecycle'), 'kundenphase lebenszyklus etapa etape'),
  alias(attribute('active'), 'aktiv istaktiv actif activo'),
]
